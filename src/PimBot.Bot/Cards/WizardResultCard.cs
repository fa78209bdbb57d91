using PimBot.Application.Access;
using PimBot.Bot.Wizard;
using PimBot.Channel.Cards;

namespace PimBot.Bot.Cards;

/// <summary>What became of the changes that were confirmed.</summary>
internal static class WizardResultCard
{
    /// <param name="role">The role.</param>
    /// <param name="page">Where they were chosen.</param>
    /// <param name="changes">What was done.</param>
    /// <param name="refused">What was not, and why, in words.</param>
    /// <param name="overview">How it stands with all roles now.</param>
    public static AdaptiveCard For(
        WizardRole role,
        int page,
        IReadOnlyList<WizardChange> changes,
        IReadOnlyList<string> refused,
        WizardOverview overview
    )
    {
        var body = new List<AdaptiveElement> { CardParts.Heading(CardText.Of($"{role.Role.Name}")) };
        var done = changes.Where(c => c.Outcome is { IsAllowed: true, Value.IsPending: false }).ToList();
        var waiting = changes.Where(c => c.Outcome is { IsAllowed: true, Value.IsPending: true }).ToList();
        AddDone(body, done, WizardStep.MakeEligible, "Now eligible");
        AddDone(body, done, WizardStep.Remove, "Removed");
        if (waiting.Count > 0)
        {
            body.Add(
                CardParts.Band(
                    ContainerStyle.Accent,
                    CardText.Literal("Waiting for another administrator"),
                    CardText.Escaped(WizardWords.Names(waiting))
                )
            );
        }

        body.AddRange(refused.Select(r => CardParts.Band(ContainerStyle.Attention, CardText.Escaped(r))));
        body.Add(WizardCard.Standing(overview));
        return CardParts.Card(
            CardText.Of($"{role.Role.Name}: {done.Count} changed, {waiting.Count} waiting, {refused.Count} as before."),
            body,
            [
                CardParts.Button("All roles", Verbs.OpenWizard),
                CardParts.Button("Back to this role", Verbs.OpenWizardRole, WizardRoleCard.DataOf(role, page)),
            ]
        );
    }

    private static void AddDone(
        List<AdaptiveElement> body,
        IReadOnlyList<WizardChange> done,
        WizardStep step,
        string title
    )
    {
        var these = done.Where(c => c.Step == step).ToList();
        if (these.Count > 0)
        {
            body.Add(
                CardParts.Band(ContainerStyle.Good, CardText.Literal(title), CardText.Escaped(WizardWords.Names(these)))
            );
        }
    }
}
