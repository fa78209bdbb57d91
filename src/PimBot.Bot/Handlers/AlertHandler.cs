using PimBot.Application.Alerts;
using PimBot.Bot.Alerts;
using PimBot.Bot.Cards;
using PimBot.Bot.Commands;
using PimBot.Bot.Turns;
using PimBot.Bot.Wording;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Handlers;

/// <summary><c>alerts</c>, <c>alert [name]</c>, <c>dismiss</c>, <c>restore</c>, <c>fix</c> and <c>set alert [name]</c>.</summary>
internal sealed class AlertHandler : CommandHandler<AlertCommand>
{
    protected override async Task HandleAsync(TurnContext context, AlertCommand command, CancellationToken cancellation)
    {
        if (await AlertReader.ListAsync(context.Work, context.Person.Id, cancellation) is not { } list)
        {
            OnlyAdministrators.Refuse(context);
            return;
        }

        if (command is { Verb: AlertVerb.Show, Text: null })
        {
            context.Show(AlertsCard.For(list, 0, context.Zone), "Alerts");
            return;
        }

        var (name, numbers) = command.Verb is AlertVerb.Configure ? AlertText.Cut(command.Text) : (command.Text, []);
        switch (Meant(list, name, command.Verb))
        {
            case []:
                Say(context, "There is no such alert that you may see.");
                return;
            case [var only]:
                await DoAsync(context, command, only, numbers, cancellation);
                return;
            case var several:
                context.Show(AlertsCard.Choice(several), "Which alert?");
                return;
        }
    }

    /// <summary>Without a name, those about which it can be done now.</summary>
    private static IReadOnlyList<AlertView> Meant(AlertList list, string? name, AlertVerb verb) =>
        name is not null
            ? AlertText.Find(list, name)
            :
            [
                .. list.Alerts.Where(a =>
                    verb switch
                    {
                        AlertVerb.Restore => a.Alert.IsDismissed,
                        AlertVerb.Configure => a.Manages,
                        _ => a.IsActive,
                    }
                ),
            ];

    private static async Task DoAsync(
        TurnContext context,
        AlertCommand command,
        AlertView view,
        IReadOnlyList<(int? Value, string? Unit)> numbers,
        CancellationToken cancellation
    )
    {
        switch (command.Verb)
        {
            case AlertVerb.Show:
                await ShowAsync(context, view, null, cancellation);
                return;
            case AlertVerb.Fix:
                await AskAsync(context, view, command.Reason, cancellation);
                return;
            case AlertVerb.Configure:
                await ConfigureAsync(context, view, numbers, command.Reason, cancellation);
                return;
            default:
                var change = command.Verb is AlertVerb.Dismiss ? AlertChange.Dismiss : AlertChange.Restore;
                var outcome = await AlertChanges.RunAsync(context, view.Key, change, command.Reason, cancellation);
                await ShowAsync(context, view, outcome, cancellation);
                return;
        }
    }

    private static async Task ShowAsync(
        TurnContext context,
        AlertView view,
        AlertOutcome? outcome,
        CancellationToken cancellation
    )
    {
        var card = await AlertPages.CardAsync(context, view.Key, 0, outcome, cancellation);
        context.Show(card!, AlertWords.Title(view.Key.Kind));
    }

    private static async Task AskAsync(
        TurnContext context,
        AlertView view,
        string? reason,
        CancellationToken cancellation
    )
    {
        var (trial, problem) = await AlertFixing.RunAsync(context, view, null, false, null, true, cancellation);
        if (trial is null)
        {
            await ShowAsync(context, view, new AlertOutcome(problem), cancellation);
            return;
        }

        var question = AlertFixWords.Question(view.Key.Kind, false, trial.Fixable.Count);
        context.Show(AlertFixCard.For(trial, reason), question);
    }

    private static async Task ConfigureAsync(
        TurnContext context,
        AlertView view,
        IReadOnlyList<(int? Value, string? Unit)> numbers,
        string? reason,
        CancellationToken cancellation
    )
    {
        if (!view.Manages)
        {
            var refusal = Refusal.Because(ReasonCode.NotAdministrator);
            await ShowAsync(context, view, new AlertOutcome(AlertFixing.Say(context, refusal, null)), cancellation);
            return;
        }

        if (numbers.Count == 0)
        {
            context.Show(AlertSettingsCard.For(view, AlertForm.From(view.Alert)), "When to warn");
            return;
        }

        var outcome = AlertText.Apply(view.Alert, numbers) is { } values
            ? await AlertChanges.ConfigureAsync(
                context,
                view,
                new AlertForm(values, view.Alert.IsEnabled),
                reason,
                cancellation
            )
            : new AlertOutcome("This alert has no such number to set.");
        if (outcome.Problem is not { } problem)
        {
            await ShowAsync(context, view, outcome, cancellation);
            return;
        }

        context.Show(AlertSettingsCard.For(view, AlertForm.From(view.Alert), [problem]), "When to warn");
    }

    private static void Say(TurnContext context, string sentence) =>
        context.Show(NoticeCard.For("Which alert?", sentence, CardParts.Command("Alerts", "alerts")), "Which alert?");
}
