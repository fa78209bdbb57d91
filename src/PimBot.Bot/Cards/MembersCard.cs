using System.Globalization;
using System.Text.Json.Nodes;
using PimBot.Application.Access;
using PimBot.Bot.Dialogs.Assignments;
using PimBot.Bot.Wording;
using PimBot.Channel.Cards;
using PimBot.Domain.Access;

namespace PimBot.Bot.Cards;

/// <summary>Standing assignments, a page at a time, each with what an administrator can do about it.</summary>
internal static class MembersCard
{
    /// <summary>Rows on a page: with hostile names and all buttons still far below the largest card.</summary>
    public const int Most = 6;

    private const string PageKey = "page";

    /// <param name="page">The page.</param>
    /// <param name="now">The present.</param>
    /// <param name="zone">The reader's time zone.</param>
    public static AdaptiveCard For(MembersPage page, DateTimeOffset now, TimeZoneInfo zone)
    {
        var body = new List<AdaptiveElement> { CardParts.Heading(CardText.Escaped(page.Heading)) };
        body.Add(CardParts.Subtle(CardText.Literal(Count(page))));
        foreach (var row in page.Rows)
        {
            body.AddRange(Row(page, row, now, zone));
        }

        var names = string.Join(", ", page.Rows.Select(r => r.Assignee.Name));
        return CardParts.Card(CardText.Of($"{page.Heading}: {names}"), body, Turning(page));
    }

    private static string Count(MembersPage page)
    {
        if (page.All == 0)
        {
            return "Nobody has it, and nobody can activate it.";
        }

        var from = page.Skip + 1;
        return page.All <= page.Rows.Count && page.Skip == 0
            ? (page.All == 1 ? "1 assignment" : $"{page.All} assignments")
            : $"{from}–{page.Skip + page.Rows.Count} of {page.All} assignments";
    }

    private static IEnumerable<AdaptiveElement> Row(
        MembersPage page,
        AssignmentView row,
        DateTimeOffset now,
        TimeZoneInfo zone
    )
    {
        var kind = AssigneeText.KindOf(row.Assignee);
        var name = page.Role is null ? $"{row.Assignee.Name}: {row.Role.Name}" : row.Assignee.Name;
        yield return CardParts.RowHeading(kind is null ? CardText.Escaped(name) : CardText.Of($"{name} ({kind})"));
        var state = AssignmentText.State(row.Assignment, now, zone);
        var where = row.Scope.Kind is ScopeKind.Directory ? "" : $"{row.Scope.Name}. ";
        yield return CardParts.RowLine(CardText.Of($"{where}{Capital(state)}"));
        if (row.Assignee.Group is { } group && page.InGroups.TryGetValue(group.Id, out var members))
        {
            yield return CardParts.RowLine(
                InGroup(members) is { } who
                    ? CardText.Of($"Has it through the group: {who}")
                    : CardText.Literal("Nobody is in the group now")
            );
        }

        if (row.Running is [{ Until: { } until }, ..] && row.Assignee.Person is not null)
        {
            yield return CardParts.RowLine(CardText.Of($"Active now until {Words.Moment(until, now, zone)}"));
        }

        if (row.Assignment.KeptSince is { } since)
        {
            yield return CardParts.RowLine(
                CardText.Of($"Kept past its end since {Words.Moment(since, now, zone)}: nobody else holds it")
            );
        }

        if (row.Pending is not null)
        {
            yield return CardParts.RowLine(CardText.Literal("A request about it waits: say “pending”"));
        }

        var changes = page.Changes(row).ToList();
        if (changes.Count > 0)
        {
            yield return new ActionSet { Actions = [.. changes.Select(change => Button(page, row, change))] };
        }
    }

    private static ActionExecute Button(MembersPage page, AssignmentView row, AssignmentChange change)
    {
        var title = Title(change);
        return CardParts.Button(
            title,
            Verbs.AskChange,
            AssignmentChangeCard.Ask(row, change, page.Role is null ? null : page.Number),
            tooltip: $"{title}: {SafeText.Clean(row.Assignee.Name, 80)}"
        );
    }

    private static string Title(AssignmentChange change) =>
        change switch
        {
            AssignmentChange.Remove => "Remove",
            AssignmentChange.MakePermanent => "Make permanent",
            AssignmentChange.MakeEligible => "Make eligible",
            AssignmentChange.MakeActive => "Make active",
            _ => "Extend",
        };

    /// <summary>"Alice, Bob and Carol", "Alice, Bob and 7 more"; null: nobody.</summary>
    public static string? InGroup(GroupMembers members) =>
        members switch
        {
            { Count: 0 } => null,
            { Names: [] } => members.Count == 1 ? "1 member" : $"{members.Count} members",
            _ when members.Count > members.Names.Count =>
                $"{string.Join(", ", members.Names)} and {members.Count - members.Names.Count} more",
            _ => AssignmentText.Names(members.Names),
        };

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static List<AdaptiveAction> Turning(MembersPage page)
    {
        var actions = new List<AdaptiveAction>();
        if (page.Role is not { } role)
        {
            return actions;
        }

        if (page.Number > 0)
        {
            actions.Add(CardParts.Button("Previous", Verbs.ShowMembers, PageOf(role, page, page.Number - 1)));
        }

        if (page.Skip + page.Rows.Count < page.All)
        {
            actions.Add(CardParts.Button("Next", Verbs.ShowMembers, PageOf(role, page, page.Number + 1)));
        }

        return actions;
    }

    private static JsonObject PageOf(Role role, MembersPage page, int number)
    {
        var data = page.Scope is { } scope ? CardData.Of(new RoleScope(role.Id, scope.Id)) : CardData.Of(role.Id);
        data[PageKey] = number.ToString(CultureInfo.InvariantCulture);
        return data;
    }
}
