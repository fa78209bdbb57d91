using PimBot.Application.Work;
using PimBot.Bot.Wording;
using PimBot.Channel.Cards;
using PimBot.Domain.Access;

namespace PimBot.Bot.Cards;

/// <summary>What people are told of standing assignments: made, changed, removed, about to end, ended.</summary>
internal static class AssignmentWordCard
{
    public static AdaptiveCard For(AssignmentWordView view, TimeZoneInfo zone)
    {
        var (heading, style, state, below) = AssignmentWords.Of(view, zone);
        var body = new List<AdaptiveElement> { CardParts.Heading(heading), CardParts.Band(style, state, below) };
        if (view.Request?.Ask.Justification is { } why)
        {
            body.Add(CardParts.Words("Why", why));
        }

        if (view.Request?.Decision is { } decision)
        {
            body.Add(CardParts.Words($"{SafeText.Clean(view.Decider?.Name, 80)} wrote", decision.Reason));
        }

        body.Add(new FactSet { Facts = Facts(view) });
        return CardParts.Card(CardText.Of($"{heading}. {state}"), body, Buttons(view));
    }

    private static List<Fact> Facts(AssignmentWordView view)
    {
        var facts = new List<Fact> { new(CardText.Literal("Where"), CardText.Of($"{view.Scope.Name}")) };
        if (!view.IsTheirs)
        {
            facts.Add(new(CardText.Literal("Who"), AssignmentWords.Who(view)));
        }
        else if (view.Group is { } group)
        {
            facts.Add(new(CardText.Literal("Through"), CardText.Of($"the group {group.Name}")));
        }

        return facts;
    }

    private static IReadOnlyList<AdaptiveAction> Buttons(AssignmentWordView view) =>
        view.Notice.Kind switch
        {
            _ when !view.IsTheirs => [],
            AssignmentNoticeKind.Assigned or AssignmentNoticeKind.Changed when view.MayActivate =>
            [
                CardParts.Button("Activate", Verbs.ChooseRole, CardData.Of(view.Notice.Access)),
            ],
            AssignmentNoticeKind.EndIsNear or AssignmentNoticeKind.EndIsClose when view.Group is null =>
            [
                CardParts.Button(
                    "Ask to extend",
                    Verbs.ExtendAssignment,
                    CardData.Of(view.Notice.Assignment),
                    ActionStyle.Positive
                ),
            ],
            AssignmentNoticeKind.Ended when view.Group is null =>
            [
                CardParts.Button("Ask to renew", Verbs.RenewAssignment, CardData.Of(view.Notice.Assignment)),
            ],
            _ => [],
        };
}
