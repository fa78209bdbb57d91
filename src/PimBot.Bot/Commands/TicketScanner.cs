using System.Collections.Frozen;

namespace PimBot.Bot.Commands;

/// <summary>
/// Finds tickets. What counts as one has a digit and looks like an id: INC-1234, CHG0030052, #4711; after the word
/// "ticket" also 12345. "Ticket queue is stuck" names none.
/// </summary>
internal static class TicketScanner
{
    private const int LongestNumber = 40;
    private const int MostWordsBetween = 3;

    private static readonly FrozenSet<string> Openers = Set(
        "ticket tickets tkt incident case change reference ref request jira-ticket"
    );
    private static readonly FrozenSet<string> Between = Set("number no nr id is in from system ref");
    private static readonly FrozenSet<string> Systems = Set(
        "servicenow snow jira zendesk freshservice freshdesk remedy topdesk otrs github gitlab redmine youtrack glpi"
    );
    private static readonly FrozenSet<string> KnownPrefixes = Set(
        "inc chg req ritm sctask prb task cs case cr wo sr tkt ticket hd so"
    );

    /// <summary>Ids of other things that people mention in reasons.</summary>
    private static readonly FrozenSet<string> OtherIds = Set("kb cve covid ms iso rfc sp");

    /// <summary>"ticket INC-1234", "ticket ServiceNow INC-1234", "ServiceNow ticket 12345", "#4711".</summary>
    public static ScannedTicket? Opened(TypedText typed, int at)
    {
        if (typed.IsBreak(at) || typed.Tokens[at].Kind != TokenKind.Word)
        {
            return null;
        }

        if (typed.Tokens[at].Key.StartsWith('#'))
        {
            var number = Raw(typed, at)[1..];
            return IsId(number, fewestDigits: 1) ? new(new TicketAsked(System: null, number), at + 1) : null;
        }

        var key = typed.Tokens[at].Key;
        if (Systems.Contains(key))
        {
            var next = at + 1 < typed.Tokens.Count && Openers.Contains(typed.Tokens[at + 1].Key) ? at + 2 : at + 1;
            return Number(typed, next, Raw(typed, at));
        }

        return Openers.Contains(key) ? Number(typed, at + 1, system: null) : null;
    }

    /// <summary>An id on its own: CHG0030052, INC-1234; with <paramref name="alone"/> also 12345.</summary>
    public static ScannedTicket? Bare(TypedText typed, int at, bool alone)
    {
        if (typed.IsBreak(at) || typed.Tokens[at].Kind != TokenKind.Word)
        {
            return null;
        }

        var raw = Raw(typed, at).TrimStart('#');
        return IsUnmistakable(raw) || (alone && raw.Length >= 4 && IsDigits(raw) && raw.Length <= LongestNumber)
            ? new(new TicketAsked(System: null, raw), at + 1)
            : null;
    }

    /// <summary>
    /// The ticket in an answer to "Which ticket?": "INC-1234", "it's INC-1234", "ticket number 12345", "Remedy 4711". One
    /// word with a digit is taken as it is.
    /// </summary>
    public static TicketAsked? Answer(string text)
    {
        var typed = Politeness.WithoutEnd(TypedText.Of(text));
        if (typed.Tokens is [{ Kind: TokenKind.Word }] && Raw(typed, 0).TrimStart('#') is var only)
        {
            return
                only.Length <= LongestNumber
                && only.Any(char.IsAsciiDigit)
                && only.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '/' or '.')
                ? new(System: null, only)
                : null;
        }

        return (
            Enumerable
                .Range(0, typed.Tokens.Count)
                .Select(at => Opened(typed, at) ?? Bare(typed, at, alone: true))
                .FirstOrDefault(found => found is not null)
            ?? Number(typed, 0, system: null)
        )?.Ticket;
    }

    private static ScannedTicket? Number(TypedText typed, int at, string? system)
    {
        for (var between = 0; between <= MostWordsBetween && !typed.IsBreak(at); between++, at++)
        {
            var raw = Raw(typed, at);
            var isMarked = raw[0] == '#' || (at > 0 && typed.Tokens[at - 1].IsLabel);
            raw = raw.TrimStart('#');
            if (IsId(raw, isMarked ? 1 : 3))
            {
                return new(new TicketAsked(system, raw), at + 1);
            }

            if (Between.Contains(typed.Tokens[at].Key))
            {
                continue;
            }

            if (system is not null || !IsSystem(raw, typed.Tokens[at].Key))
            {
                return null;
            }

            system = raw;
        }

        return null;
    }

    private static string Raw(TypedText typed, int at) => typed.Exactly(at, at + 1);

    private static bool IsSystem(string raw, string key) =>
        Systems.Contains(key)
        || (raw.Length is > 1 and <= LongestNumber && char.IsUpper(raw[0]) && raw.All(char.IsLetter));

    /// <summary>An id where one is expected: digits, or something that begins with a letter and holds a digit.</summary>
    private static bool IsId(string text, int fewestDigits)
    {
        if (
            text.Length is 0 or > LongestNumber
            || !text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '/')
        )
        {
            return false;
        }

        return IsDigits(text.Replace("-", "", StringComparison.Ordinal))
            ? text.Length >= fewestDigits && char.IsAsciiDigit(text[0])
            : char.IsAsciiLetter(text[0]) && text.Any(char.IsAsciiDigit);
    }

    /// <summary>
    /// An id wherever it stands: a prefix of letters, a hyphen and digits (three of them when the prefix is in lower
    /// case), or a known or capital prefix with at least four or five digits right after it.
    /// </summary>
    private static bool IsUnmistakable(string text)
    {
        var letters = text.AsSpan().IndexOfAnyExceptInRange('A', 'z');
        if (letters is < 2 or > 10 || text.Length > LongestNumber || !IsId(text, fewestDigits: 1))
        {
            return false;
        }

        var prefix = text[..letters];
        var lower = prefix.ToLowerInvariant();
        var rest = text[letters..];
        var isUpper = prefix.All(char.IsAsciiLetterUpper);
        if (OtherIds.Contains(lower) || !prefix.All(char.IsAsciiLetter))
        {
            return false;
        }

        return rest[0] == '-'
            ? IsDigits(rest[1..]) && (isUpper || rest.Length > 3)
            : IsDigits(rest)
                && rest.Length
                    >= (
                        KnownPrefixes.Contains(lower) ? 4
                        : isUpper && letters <= 6 ? 5
                        : 99
                    );
    }

    private static bool IsDigits(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
