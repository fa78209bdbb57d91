namespace PimBot.Bot.Commands;

/// <summary>Tells the role's name from what is to be changed in its settings.</summary>
internal static class SettingsText
{
    private static readonly HashSet<string> Verbs =
    [
        "maximum",
        "max",
        "longest",
        "require",
        "requires",
        "no",
        "without",
        "window",
        "context",
        "approval",
        "justification",
        "reason",
        "mfa",
    ];

    /// <summary>The index of the word with which the change begins; the number of tokens where there is none.</summary>
    public static int ChangeStart(TypedText typed, int from)
    {
        var at = from;
        while (
            at < typed.Tokens.Count
            && !(typed.Tokens[at].Kind is TokenKind.Word && Verbs.Contains(typed.Tokens[at].Key))
        )
        {
            at++;
        }

        return at;
    }

    /// <summary>The words of this part without breaks around them; null when there are none.</summary>
    public static string? Between(TypedText typed, int from, int to)
    {
        while (from < to && (typed.IsBreak(from) || RoleName.IsBefore(typed.Tokens[from])))
        {
            from++;
        }

        while (to > from && typed.IsBreak(to - 1))
        {
            to--;
        }

        return typed.Exactly(from, to) is { Length: > 0 } text ? text : null;
    }
}
