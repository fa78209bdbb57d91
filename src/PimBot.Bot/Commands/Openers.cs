using System.Collections.Frozen;

namespace PimBot.Bot.Commands;

/// <summary>The words that open or close a clause of a request.</summary>
internal static class Openers
{
    private static readonly FrozenSet<string> Duration = Set("for duration lasting by length during");
    private static readonly FrozenSet<string> BeforeDuration = Set(
        "the next about around roughly approx approximately ca up to max maximum most at for by"
    );
    private static readonly FrozenSet<string> Until = Set("until till til untill unti 'til to ends ending through end");
    private static readonly FrozenSet<string> OnlyUntil = Set("until till til untill unti 'til");
    private static readonly FrozenSet<string> Start = Set(
        "from starting start starts begin begins beginning on at as effective"
    );
    private static readonly FrozenSet<string> OnlyStart = Set(
        "from starting start starts begin begins beginning effective"
    );
    private static readonly FrozenSet<string> Reason = Set(
        "because becuase becasue beacuse bc cause cuz reason justification justify reasoning"
    );
    private static readonly FrozenSet<string> Day = Set(
        "today tonight tomorrow monday tuesday wednesday thursday friday saturday sunday noon midnight am pm in utc"
    );
    private static readonly FrozenSet<string> OtherLabels = Set("ticket role when access");
    private static readonly FrozenSet<string> Glue = Set("and with plus");

    public static bool OpensDuration(Token token) => Has(Duration, token);

    public static bool OpensUntil(Token token) => Has(Until, token);

    /// <summary>Words that mean an end and nothing else, so that what follows must be a time.</summary>
    public static bool OpensOnlyUntil(Token token) => Has(OnlyUntil, token);

    public static bool OpensStart(Token token) => Has(Start, token);

    /// <summary>Words that mean a start where a time follows, and not merely a moment.</summary>
    public static bool OpensOnlyStart(Token token) => Has(OnlyStart, token);

    public static bool IsLabel(Token token) =>
        token.IsLabel
        && (
            OpensReason(token)
            || OpensDuration(token)
            || OpensUntil(token)
            || OpensStart(token)
            || Has(OtherLabels, token)
        );

    public static bool OpensReason(Token token) => Has(Reason, token);

    public static bool IsGlue(Token token) => Has(Glue, token);

    public static bool IsRoleLabel(Token token) => token.IsLabel && token.Key is "role" or "access";

    /// <summary>The index after "the next", "about", "up to" and the like.</summary>
    public static int SkipDuration(IReadOnlyList<Token> tokens, int from)
    {
        var at = from;
        while (at < tokens.Count && at < from + 4 && Has(BeforeDuration, tokens[at]) && !IsNextHour(tokens, at))
        {
            at++;
        }

        return at;
    }

    /// <summary>The index after the reason's opener ("because of", "reason is", "due to"), or <paramref name="at"/>.</summary>
    public static int SkipReason(IReadOnlyList<Token> tokens, int at)
    {
        if (at + 1 < tokens.Count && tokens[at].Is("due") && tokens[at + 1].Is("to"))
        {
            return at + 2;
        }

        if (!OpensReason(tokens[at]))
        {
            return at;
        }

        at++;
        return at < tokens.Count && tokens[at].Key is "of" or "is" or "being" ? at + 1 : at;
    }

    /// <summary>Whether a clause may end before <paramref name="at"/>: nothing follows, or another clause does.</summary>
    public static bool EndsClause(TypedText typed, int at)
    {
        if (typed.IsBreak(at))
        {
            return true;
        }

        var token = typed.Tokens[at];
        return token.Kind == TokenKind.Quoted
            || token.IsLabel
            || OpensDuration(token)
            || OpensUntil(token)
            || OpensStart(token)
            || OpensReason(token)
            || IsGlue(token)
            || Has(Day, token)
            || token.Key is "due" or "ticket" or "tkt"
            || token.Key.StartsWith('#');
    }

    /// <summary>The "next" of "the next hour" is its number; it is only skipped before another one.</summary>
    private static bool IsNextHour(IReadOnlyList<Token> tokens, int at) =>
        tokens[at].Is("next") && at + 1 < tokens.Count && tokens[at + 1].Is("hour");

    private static bool Has(FrozenSet<string> words, Token token) =>
        token.Kind == TokenKind.Word && words.Contains(token.Key);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
