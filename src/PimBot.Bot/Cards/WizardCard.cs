using PimBot.Application.Access;
using PimBot.Channel.Cards;

namespace PimBot.Bot.Cards;

/// <summary>The wizard's overview: the privileged roles, and how many hold each permanently or may activate it.</summary>
internal static class WizardCard
{
    /// <param name="overview">The roles.</param>
    /// <param name="done">What has just been done, in words; null: nothing.</param>
    public static AdaptiveCard For(WizardOverview overview, string? done = null)
    {
        var body = new List<AdaptiveElement> { CardParts.Heading(CardText.Literal("Who holds privileged roles")) };
        if (done is not null)
        {
            body.Add(CardParts.Band(ContainerStyle.Good, CardText.Literal("PimBot is set up"), CardText.Escaped(done)));
        }

        body.Add(Standing(overview));
        if (overview.EmergencyAccounts < WizardOverview.FewestEmergencyAccounts)
        {
            body.Add(
                CardParts.Subtle(
                    CardText.Literal(
                        $"Keep {WizardOverview.FewestEmergencyAccounts} emergency accounts as permanent Global Administrators. There {(overview.EmergencyAccounts == 1 ? "is 1" : "are none")} now."
                    )
                )
            );
        }

        body.AddRange(AccessTable.Rows("Role", overview.Roles, a => a.Role.Name));
        if (overview.Unheld > 0)
        {
            body.Add(CardParts.Subtle(CardText.Literal($"Nobody holds the other {overview.Unheld}.")));
        }

        if (overview.Roles.Count > 0)
        {
            body.Add(
                AccessChoiceCard.Choice("Look at the people with", overview.Roles) with
                {
                    Separator = true,
                    Spacing = Spacing.Medium,
                }
            );
        }

        return CardParts.Card(
            CardText.Of(
                $"{overview.Standing} people hold privileged roles permanently. Say “members” and a role’s name."
            ),
            body,
            overview.Roles.Count > 0
                ?
                [
                    CardParts.Button("Show people", Verbs.OpenWizardRole, style: ActionStyle.Positive),
                    CardParts.Command("Dashboard", "dashboard"),
                ]
                : [CardParts.Command("Dashboard", "dashboard")]
        );
    }

    /// <summary>How far it is to the goal, or praise for having reached it.</summary>
    public static Container Standing(WizardOverview overview) =>
        overview.IsGoalReached
            ? CardParts.Band(
                ContainerStyle.Good,
                CardText.Literal("Well done: nobody has standing access"),
                CardText.Literal(
                    $"Only your {overview.EmergencyAccounts} emergency accounts hold a privileged role permanently. That is what is advised."
                )
            )
            : CardParts.Band(
                ContainerStyle.Warning,
                CardText.Literal(
                    overview.Standing == 1
                        ? "1 person has standing access"
                        : $"{overview.Standing} people have standing access"
                ),
                CardText.Literal(
                    "Whoever holds a role permanently can be misused at any time. Make them eligible: they activate it when they need it. Emergency accounts are not counted."
                )
            );
}
