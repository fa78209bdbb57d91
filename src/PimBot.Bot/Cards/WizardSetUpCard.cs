using PimBot.Channel.Cards;
using PimBot.Domain.Access;

namespace PimBot.Bot.Cards;

/// <summary>The wizard's first step while nobody has set PimBot up: what it means, and the button that does it.</summary>
internal static class WizardSetUpCard
{
    /// <param name="person">Who would do it.</param>
    /// <param name="held">Which of the two roles they hold permanently already.</param>
    /// <param name="problem">Why it was not done; null: nothing was tried.</param>
    public static AdaptiveCard For(Person person, IReadOnlyList<RoleId> held, string? problem = null)
    {
        var may = person.Kind is PersonKind.Member;
        var body = new List<AdaptiveElement> { CardParts.Heading(CardText.Literal("Set PimBot up")) };
        if (problem is not null)
        {
            body.Add(CardParts.Band(ContainerStyle.Attention, CardText.Escaped(problem)));
        }

        body.AddRange([
            CardParts.Line(CardText.Literal("Nobody has set PimBot up yet. Whoever does becomes, permanently:")),
            CardParts.Line(CardText.Literal("Privileged Role Administrator, who manages everybody’s roles, and")),
            CardParts.Line(CardText.Literal("Security Administrator, who sees what goes on.")),
            CardParts.Subtle(
                may
                    ? CardText.Of(
                        $"It is done once, by you, {person.Name}, for the whole organization. {Changes(held)}"
                    )
                    : CardText.Literal(
                        "It takes an administrator with an account of your organization: not a guest’s, a personal or an emergency account."
                    )
            ),
        ]);
        return CardParts.Card(
            CardText.Literal("Nobody has set PimBot up yet. Say “wizard” in a client that shows cards."),
            body,
            may
                ?
                [
                    CardParts.Button("Set PimBot up", Verbs.SetUp, style: ActionStyle.Positive),
                    CardParts.Button("Look at the roles first", Verbs.OpenWizard),
                ]
                : [CardParts.Button("Look at the roles", Verbs.OpenWizard)]
        );
    }

    private static string Changes(IReadOnlyList<RoleId> held) =>
        held switch
        {
            [] => "Nobody else’s access changes.",
            [var one] => $"You are {Name(one)} permanently already. Nobody else’s access changes.",
            _ => "You are both permanently already, so nobody’s access changes.",
        };

    private static string Name(RoleId role) =>
        role == WellKnownRoles.SecurityAdministrator ? "Security Administrator" : "Privileged Role Administrator";
}
