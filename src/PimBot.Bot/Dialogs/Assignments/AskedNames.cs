using PimBot.Bot.Commands;

namespace PimBot.Bot.Dialogs.Assignments;

/// <summary>Which of the words of an order are a role, which a person or group, and which a place; null where none are.</summary>
/// <param name="RoleText">The words for a role; the id of the role where it is certain.</param>
/// <param name="Who">The words for a person or group.</param>
/// <param name="Place">The words for a scope.</param>
internal sealed record AskedNames(string? RoleText, string? Who, string? Place)
{
    private static readonly string[] PlaceWords = ["at", "on", "in", "over", "of"];

    /// <param name="asked">What was said.</param>
    /// <param name="roles">The roles that may be meant.</param>
    /// <param name="leading">The word before the role where the order of words leaves it open: "from" in "remove Bob from …"; empty: the role comes first.</param>
    /// <param name="isAboutWho">Whether words that are no known role rather name a person or group.</param>
    /// <param name="groups">Groups whose membership may be meant where a role is expected: by their whole name only.</param>
    public static AskedNames Read(
        AssignmentAsked asked,
        IReadOnlyList<NamedRole> roles,
        string leading,
        bool isAboutWho = false,
        IReadOnlyList<NamedRole>? groups = null
    )
    {
        if (asked.Parts.Count == 0)
        {
            return new(null, null, null);
        }

        if ((WholeName(asked, roles, leading, groups ?? []) ?? Likely(asked, roles, leading)) is { } found)
        {
            return Others(asked, found.Role, found.From, found.To, null);
        }

        if (Within(asked, roles) is { } split)
        {
            return Others(asked, split.Role, split.Part, split.Part + 1, split.Remainder);
        }

        // Nothing is a role that is known: what stands where one is expected was meant for one.
        var at = Math.Max(0, asked.Parts.ToList().FindIndex(p => p.Before == leading));
        return (isAboutWho && asked.Parts.Count == 1) || (asked.Parts[at].Before is "to" && leading.Length == 0)
            ? new(null, Bare(asked.Text(0, asked.Parts.Count)), null)
            : Others(asked, asked.Text(at), at, at + 1, null);
    }

    /// <summary>The longest run of words that is the whole name of a role, so that "Skype for Business Administrator" is not cut.</summary>
    private static (string Role, int From, int To)? WholeName(
        AssignmentAsked asked,
        IReadOnlyList<NamedRole> roles,
        string leading,
        IReadOnlyList<NamedRole> groups
    )
    {
        for (var length = asked.Parts.Count; length > 0; length--)
        {
            // In "remove Helpdesk from Exchange", both may be roles: the word before tells which one is meant.
            var places = Enumerable
                .Range(0, asked.Parts.Count - length + 1)
                .OrderBy(i => asked.Parts[i].Before == leading ? 0 : 1);
            foreach (var from in places)
            {
                var words = asked.Text(from, from + length);
                var named = RoleNames.Named(words, roles);
                var isGroup = IsPlaceOfRole(asked.Parts[from], leading) && RoleNames.Named(words, groups).Count > 0;
                if (named.Count > 0 || isGroup)
                {
                    return (named is [var only] && !isGroup ? only.Key : words, from, from + length);
                }
            }
        }

        return null;
    }

    // "To Payments responders" names who shall have a role, and not the role.
    private static bool IsPlaceOfRole(AskedPart part, string leading) =>
        part.Before == leading || (leading.Length > 0 && part.Before.Length == 0);

    private static (string Role, int From, int To)? Likely(
        AssignmentAsked asked,
        IReadOnlyList<NamedRole> roles,
        string leading
    )
    {
        foreach (
            var at in Enumerable.Range(0, asked.Parts.Count).OrderBy(i => asked.Parts[i].Before == leading ? 0 : 1)
        )
        {
            if (RoleNames.Match(asked.Text(at), roles) is not RoleMatch.None)
            {
                return (asked.Text(at), at, at + 1);
            }
        }

        return null;
    }

    /// <summary>"Erin Exchange admin": a role at the end or the beginning of one run of words.</summary>
    private static (string Role, int Part, string Remainder)? Within(
        AssignmentAsked asked,
        IReadOnlyList<NamedRole> roles
    )
    {
        for (var part = 0; part < asked.Parts.Count; part++)
        {
            var (_, from, to) = asked.Parts[part];
            for (var cut = from + 1; cut < to; cut++)
            {
                var (left, right) = (asked.Typed.Exactly(from, cut), asked.Typed.Exactly(cut, to));
                if (RoleNames.Match(right, roles) is RoleMatch.Exact || RoleNames.Named(right, roles).Count > 0)
                {
                    return (right, part, left);
                }

                if (RoleNames.Named(left, roles) is [var first])
                {
                    return (first.Key, part, right);
                }
            }
        }

        return null;
    }

    private static AskedNames Others(AssignmentAsked asked, string role, int from, int to, string? rest)
    {
        string? place = null;
        var who = rest;
        for (var at = 0; at < asked.Parts.Count; at++)
        {
            if (at >= from && at < to)
            {
                continue;
            }

            var (before, begin, end) = asked.Parts[at];
            var follows = at == to && PlaceWords.Contains(before);
            if (place is null && (follows || (before != "of" && PlaceWords.Contains(before))))
            {
                place = asked.Typed.Exactly(begin, end);
            }
            else if (who is null)
            {
                who = asked.Typed.Exactly(begin, end);
            }
            else if (at > 0 && at - 1 != to - 1 && rest is null)
            {
                // "Head of IT" is one name.
                who = asked.Typed.Exactly(asked.Parts[at - 1].From, end);
            }
        }

        return new(role, Bare(who), place);
    }

    private static string? Bare(string? who) =>
        who is not null
        && (who.EndsWith("'s", StringComparison.Ordinal) || who.EndsWith("’s", StringComparison.Ordinal))
            ? who[..^2]
            : who;
}
