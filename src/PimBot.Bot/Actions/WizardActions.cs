using System.Globalization;
using PimBot.Application.Access;
using PimBot.Bot.Cards;
using PimBot.Bot.Turns;
using PimBot.Bot.Wizard;
using PimBot.Bot.Wording;
using PimBot.Channel.Turns;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Actions;

/// <summary>Walks through the wizard: set-up, all roles, one role, confirmation, result.</summary>
internal sealed class WizardActions : ICardActionHandler
{
    public IReadOnlyList<string> Verbs =>
        [
            Cards.Verbs.OpenWizard,
            Cards.Verbs.SetUp,
            Cards.Verbs.OpenWizardRole,
            Cards.Verbs.ReviewWizard,
            Cards.Verbs.ApplyWizard,
        ];

    public async Task<InvokeAnswer> HandleAsync(TurnContext context, CardAction action, CancellationToken cancellation)
    {
        if (action.Verb == Cards.Verbs.SetUp)
        {
            return await SetUpAsync(context, cancellation);
        }

        if (action.Verb == Cards.Verbs.OpenWizard)
        {
            return await OverviewAsync(context, null, cancellation);
        }

        var role = (action.Access() ?? action.Chosen()) is { } access
            ? await WizardReader.RoleAsync(context.Work, context.Person.Id, access, cancellation)
            : null;
        if (role is null)
        {
            return InvokeAnswer.Message("There is no such role that you manage. Say “wizard” to see which.");
        }

        var page = int.TryParse(
            action.Text(WizardRoleCard.PageKey),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var at
        )
            ? at
            : 0;
        return action.Verb switch
        {
            Cards.Verbs.ReviewWizard => await ReviewAsync(context, action, role, page, cancellation),
            Cards.Verbs.ApplyWizard => await ApplyAsync(context, action, role, page, cancellation),
            _ => Show(context, role, page, WizardChoices.FromInputs(action), null),
        };
    }

    private static async Task<InvokeAnswer> SetUpAsync(TurnContext context, CancellationToken cancellation)
    {
        var decision = await SetUpService.RunAsync(context.Work, context.Person.Id, cancellation);
        if (decision.IsAllowed)
        {
            var given =
                decision.Value.Given.Count == 0
                    ? "You are Privileged Role Administrator and Security Administrator already; nothing else changed."
                    : "You are now Privileged Role Administrator and Security Administrator, permanently. Nobody else’s access changed.";
            return await OverviewAsync(context, given, cancellation);
        }

        return decision.Refusal.Code switch
        {
            ReasonCode.SetUpAlready => await OverviewAsync(context, null, cancellation),
            ReasonCode.PersonalAccountNotAllowed => InvokeAnswer.Card(
                WizardSetUpCard.For(context.Person, [], "This account can’t set PimBot up.").ToJson()
            ),
            _ => InvokeAnswer.Message(
                Refusals.Say(decision.Refusal, new RefusalContext(context.Now, context.Zone, "this role"))
            ),
        };
    }

    private static async Task<InvokeAnswer> OverviewAsync(
        TurnContext context,
        string? done,
        CancellationToken cancellation
    ) =>
        await WizardReader.OverviewAsync(context.Work, context.Person.Id, cancellation) is { } overview
            ? InvokeAnswer.Card(WizardCard.For(overview, done).ToJson())
            : InvokeAnswer.Message("The wizard is for those who manage the directory’s roles. Say “dashboard”.");

    private static async Task<InvokeAnswer> ReviewAsync(
        TurnContext context,
        CardAction action,
        WizardRole role,
        int page,
        CancellationToken cancellation
    )
    {
        var choices = WizardChoices.FromInputs(action);
        if (choices.Count == 0)
        {
            return Show(context, role, page, choices, "Nothing is chosen yet: everybody is kept as they are.");
        }

        var changes = await WizardChanger.TryAsync(context, role, choices, cancellation);
        return changes.Count == 0
            ? Show(context, role, page, choices, "Those assignments are gone meanwhile. This is how it stands now.")
            : InvokeAnswer.Card(WizardConfirmCard.For(role, page, changes, Refused(context, role, changes)).ToJson());
    }

    private static async Task<InvokeAnswer> ApplyAsync(
        TurnContext context,
        CardAction action,
        WizardRole role,
        int page,
        CancellationToken cancellation
    )
    {
        var reason = action.Text(WizardConfirmCard.ReasonInput);
        var choices = WizardChoices.FromData(action);
        var changes = await WizardChanger.ApplyAsync(context, role, choices, reason, cancellation);
        var overview = await WizardReader.OverviewAsync(context.Work, context.Person.Id, cancellation);
        if (changes.Count == 0 || overview is null)
        {
            return overview is null
                ? InvokeAnswer.Message("It is done. You no longer manage the directory’s roles.")
                : Show(
                    context,
                    role,
                    page,
                    choices,
                    "Those assignments are gone meanwhile. This is how it stands now."
                );
        }

        return InvokeAnswer.Card(
            WizardResultCard.For(role, page, changes, Refused(context, role, changes), overview).ToJson()
        );
    }

    private static InvokeAnswer Show(
        TurnContext context,
        WizardRole role,
        int page,
        IReadOnlyDictionary<Guid, WizardStep> chosen,
        string? problem
    ) => InvokeAnswer.Card(WizardRoleCard.For(role, page, chosen, context.Now, context.Zone, problem).ToJson());

    private static IReadOnlyList<string> Refused(
        TurnContext context,
        WizardRole role,
        IReadOnlyList<WizardChange> changes
    ) => [.. changes.Where(c => !c.Outcome.IsAllowed).Select(c => WizardWords.Refusal(context, role, c))];
}
