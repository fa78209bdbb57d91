using PimBot.Application.Activations;
using PimBot.Bot.Cards;
using PimBot.Bot.Commands;
using PimBot.Bot.Dialogs;
using PimBot.Bot.Notifications;
using PimBot.Bot.Turns;
using PimBot.Bot.Wording;
using PimBot.Channel.Turns;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Actions;

/// <summary>Choosing a role opens its form; submitting the form asks for the role. What is wrong comes back on the form.</summary>
internal sealed class FormActions(RequestCards cards) : ICardActionHandler
{
    public IReadOnlyList<string> Verbs => [Cards.Verbs.ChooseRole, Cards.Verbs.SubmitRequest];

    public async Task<InvokeAnswer> HandleAsync(TurnContext context, CardAction action, CancellationToken cancellation)
    {
        var widest = action.Access();
        var access =
            widest is { } known && action.Text(ActivationFormCard.ScopeInput) is { } place
                ? known with
                {
                    Scope = new ScopeId(place),
                }
                : widest;
        var found = access is { } wanted
            ? await ActivationSubject.FindAsync(context.Work, context.Person.Id, wanted, action.Grant(), cancellation)
            : null;
        if (found is null)
        {
            return InvokeAnswer.Message("There is no such role, or place, any more. Say “my roles” to see yours.");
        }

        var subject = await found.WithPlacesAsync(context.Work, widest!.Value, cancellation);

        return action.Verb == Cards.Verbs.ChooseRole
            ? await OpenAsync(context, subject, cancellation)
            : await SubmitAsync(context, action, subject, cancellation);
    }

    private static async Task<InvokeAnswer> OpenAsync(
        TurnContext context,
        ActivationSubject subject,
        CancellationToken cancellation
    )
    {
        var begun = await DialogStates.ReadAsync(context, cancellation);
        var state = begun is { Step: RoleChoice.StepName } ? begun : new ActivationDialogState { Id = "" };
        var obstacle = await ActivationDialog.CheckAsync(context, state, subject, cancellation);
        return obstacle is null
            ? InvokeAnswer.Card(ActivationFormCard.For(subject, ActivationForm.From(state, context.Now)).ToJson())
            : InvokeAnswer.Message(Say(obstacle, context, subject));
    }

    private async Task<InvokeAnswer> SubmitAsync(
        TurnContext context,
        CardAction action,
        ActivationSubject subject,
        CancellationToken cancellation
    )
    {
        var form = new ActivationForm(
            action.Text(ActivationFormCard.DurationInput),
            action.Text(ActivationFormCard.StartInput),
            action.Text(ActivationFormCard.JustificationInput),
            action.Text(ActivationFormCard.TicketInput)
        );
        var (ask, problem) = Read(form, context);
        if (ask is null)
        {
            return InvokeAnswer.Card(ActivationFormCard.For(subject, form, problem).ToJson());
        }

        var decision = await RequestActivation.RunAsync(
            context.Work,
            new RequestActivationCommand(context.Person.Id, subject.Access, ask, subject.Extends),
            cancellation
        );
        if (!decision.IsAllowed)
        {
            var sentence = Say(decision.Refusal, context, subject);
            if (decision.Refusal.Code is ReasonCode.NotEligible or ReasonCode.NotActive)
            {
                return InvokeAnswer.Message(sentence);
            }

            return InvokeAnswer.Card(ActivationFormCard.For(subject, form, sentence).ToJson());
        }

        await ActivationDialog.DropAsync(context, cancellation);
        return await ShowAsync(context, decision.Value, cancellation);
    }

    private async Task<InvokeAnswer> ShowAsync(
        TurnContext context,
        ActivationRequest request,
        CancellationToken cancellation
    )
    {
        if (context.ClickedMessage is { } message)
        {
            var reference = People.PersonChats.ReferenceOf(context.Turn.Activity, context.Turn.TenantId);
            var sent = new SentCard(reference, message, context.Now);
            await SentCards.AddAsync(context.Work, request.Id, context.Person.Id, sent, cancellation);
            if (request.Extends is { } extended)
            {
                // The message shows one request: what was the card of the activation is now that of its extension.
                var first = new RequestId(extended.Value);
                await SentCards.RemoveAsync(context.Work, first, context.Person.Id, sent, cancellation);
            }
        }

        var view = await RequestReader.ViewAsync(context.Work, request, cancellation);
        var card = await cards.ForRequesterAsync(context.Work, view, context.Zone, false, cancellation);
        return InvokeAnswer.Card(card.ToJson());
    }

    private static (ActivationAsk? Ask, string? Problem) Read(ActivationForm form, TurnContext context)
    {
        if (DurationText.Parse(InMinutes(form.Duration)) is not DurationReading.Understood duration)
        {
            return (null, "Choose how long, such as 1 hour.");
        }

        DateTimeOffset? start = null;
        if (form.Start is { } typed && !typed.Trim().Equals("now", StringComparison.OrdinalIgnoreCase))
        {
            switch (MomentText.Parse(typed, context.Now, context.Zone))
            {
                case MomentReading.Understood moment:
                    start = moment.Moment;
                    break;
                case MomentReading.Refused refused:
                    return (null, refused.Fault);
            }
        }

        return (
            new ActivationAsk
            {
                Duration = duration.Duration,
                Start = start,
                Justification = form.Justification,
                Ticket = form.Ticket is { } number ? new Ticket(number) : null,
            },
            null
        );
    }

    // The form's choices are minutes; a client may send anything.
    private static string InMinutes(string? value) =>
        int.TryParse(value, out var minutes) ? $"{minutes} minutes" : value ?? "";

    private static string Say(Refusal refusal, TurnContext context, ActivationSubject subject) =>
        Refusals.Say(refusal, new RefusalContext(context.Now, context.Zone, subject.Role.Name));
}
