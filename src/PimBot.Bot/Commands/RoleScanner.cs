namespace PimBot.Bot.Commands;

/// <summary>Finds a whole role name or alias at the start of some tokens, so that "Skype for Business Administrator"
/// is not cut at its "for".</summary>
internal sealed class RoleScanner
{
    private readonly HashSet<string> _names;

    public RoleScanner(IReadOnlyList<NamedRole> roles) => _names = RoleNames.Whole(roles);

    /// <summary>The longest such range from <paramref name="from"/>, words such as "the" before it left out.</summary>
    public (int From, int To)? Scan(TypedText typed, int from)
    {
        if (_names.Count == 0)
        {
            return null;
        }

        var last = Math.Min(typed.Tokens.Count, from + RoleName.MostWords);
        for (var to = last; to > from; to--)
        {
            if (RoleName.Of(typed.Exactly(from, to)) is { } name && _names.Contains(name.Joined))
            {
                return (from, WithoutAfter(typed, from, to));
            }
        }

        return null;
    }

    /// <summary>The index after "role", "access", "now" and the like.</summary>
    public static int SkipAfter(TypedText typed, int at)
    {
        while (at < typed.Tokens.Count && RoleName.IsAfter(typed.Tokens[at]) && !typed.Tokens[at].IsLabel)
        {
            at++;
        }

        return at;
    }

    private static int WithoutAfter(TypedText typed, int from, int to)
    {
        while (
            to - 1 > from && (RoleName.IsAfter(typed.Tokens[to - 1]) || typed.Tokens[to - 1].Kind == TokenKind.Break)
        )
        {
            to--;
        }

        return to;
    }
}
