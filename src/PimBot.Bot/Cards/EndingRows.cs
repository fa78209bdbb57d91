using PimBot.Application.Access;
using PimBot.Bot.Wording;
using PimBot.Channel.Cards;
using PimBot.Domain.Access;

namespace PimBot.Bot.Cards;

/// <summary>One's own assignment near its end, or after it, with the button that asks an administrator for more time.</summary>
internal static class EndingRows
{
    public static IReadOnlyList<AdaptiveElement> Of(AssignmentView view, DateTimeOffset now, TimeZoneInfo zone)
    {
        var end = view.Assignment.End ?? now;
        var kind = CardText.Literal(view.Assignment.Type is AssignmentType.Eligible ? "Eligible" : "Active");
        var when = view.Assignment.IsOverAt(now)
            ? CardText.Of($"{view.Scope.Name}. Ended {Words.Moment(end, now, zone)}")
            : CardText.Of($"{view.Scope.Name}. {kind} until {Words.Moment(end, now, zone)}");
        var rows = new List<AdaptiveElement>
        {
            CardParts.RowHeading(CardText.Of($"{view.Role.Name}")),
            CardParts.RowLine(when),
        };
        if (view.Pending is not null)
        {
            rows.Add(CardParts.RowLine(CardText.Literal("Waiting for an administrator")));
        }
        else if (Button(view) is { } button)
        {
            rows.Add(new ActionSet { Actions = [button] });
        }

        return rows;
    }

    private static ActionExecute? Button(AssignmentView view)
    {
        var (name, data) = (SafeText.Clean(view.Role.Name, 80), CardData.Of(view.Assignment.Id));
        return view switch
        {
            { CanExtend: true } => CardParts.Button(
                "Ask to extend",
                Verbs.ExtendAssignment,
                data,
                tooltip: $"Ask an administrator to extend {name}"
            ),
            { CanRenew: true } => CardParts.Button(
                "Ask to renew",
                Verbs.RenewAssignment,
                data,
                tooltip: $"Ask an administrator to renew {name}"
            ),
            _ => null,
        };
    }
}
