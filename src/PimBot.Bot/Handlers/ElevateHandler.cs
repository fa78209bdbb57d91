using PimBot.Application.Access;
using PimBot.Bot.Cards;
using PimBot.Bot.Commands;
using PimBot.Bot.Dialogs;
using PimBot.Bot.Turns;
using PimBot.Bot.Wording;
using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Handlers;

/// <summary><c>elevate [for 2h] because …</c>: for Global Administrators; for everybody else it means activating a role.</summary>
internal sealed class ElevateHandler(RoleChoice roles) : CommandHandler<ElevateCommand>
{
    protected override async Task HandleAsync(
        TurnContext context,
        ElevateCommand command,
        CancellationToken cancellation
    )
    {
        var facts = await AdministratorRights.FactsAsync(context.Work, context.Person.Id, cancellation);
        if (facts is null || !AdministrationRules.IsGlobalAdministrator(facts))
        {
            await OtherwiseAsync(context, command, cancellation);
            return;
        }

        var minutes = (int?)command.When?.LengthFrom(context.Now)?.TotalMinutes;
        if (command.Justification is null || command.When?.Fault is not null)
        {
            context.Show(ElevationCard.Form(minutes, command.Justification, command.When?.Fault), "Elevate");
            return;
        }

        context.Show(await StartAsync(context, minutes, command.Justification, cancellation), "Elevate");
    }

    /// <summary>The card of the elevation that runs now, or the form with what was wrong.</summary>
    public static async Task<Channel.Cards.AdaptiveCard> StartAsync(
        TurnContext context,
        int? minutes,
        string? reason,
        CancellationToken cancellation
    )
    {
        var length = minutes is { } known ? TimeSpan.FromMinutes(known) : Elevation.Usual;
        var decision = await Elevate.RunAsync(context.Work, context.Person.Id, length, reason, cancellation);
        return decision.IsAllowed
            ? ElevationCard.Running(decision.Value, reason, context.Now, context.Zone)
            : ElevationCard.Form(minutes, reason, Say(context, decision.Refusal));
    }

    private async Task OtherwiseAsync(TurnContext context, ElevateCommand command, CancellationToken cancellation)
    {
        var eligible = await AccessReader.EligibleAsync(context.Work, context.Person.Id, cancellation);
        if (eligible.FirstOrDefault(e => e.Role.Id == WellKnownRoles.GlobalAdministrator) is { } administrator)
        {
            context.Show(
                NoticeCard.For(
                    "Not elevated",
                    Say(context, Refusal.Because(ReasonCode.NotGlobalAdministrator)),
                    CardParts.Button(
                        "Activate",
                        Verbs.ChooseRole,
                        CardData.Of(administrator.Access),
                        tooltip: "Activate Global Administrator"
                    )
                ),
                "Not elevated"
            );
            return;
        }

        var (state, problem) = DialogStart.From(context, command.When, command.Justification, command.Ticket);
        if (problem is not null)
        {
            context.Say(problem);
        }

        await roles.AskAsync(context, state, cancellation);
    }

    private static string Say(TurnContext context, Refusal refusal) =>
        Refusals.Say(refusal, new RefusalContext(context.Now, context.Zone, "Global Administrator"));
}
