using System.Globalization;
using System.Xml;

namespace PimBot.Application.Access;

/// <summary>Reads single values. Each gives null, and a fault, for what can't be accepted.</summary>
internal static class DirectoryValues
{
    public const int LongestName = 200;

    public const int LongestId = 200;

    /// <summary>Azure's resource ids are paths and may be longer than other ids.</summary>
    public const int LongestScopeId = 500;

    /// <summary>A mail address has at most 64 + 1 + 255 characters.</summary>
    public const int LongestAddress = 320;

    /// <summary>A text that says something.</summary>
    public static string? Text(this DirectoryCursor at, int longest = LongestScopeId)
    {
        var text = at.Node.Text;
        var fault = at.Node.Kind switch
        {
            not DirectoryNodeKind.Text => $"must be a text, not {DirectoryWords.Describe(at.Node)}",
            _ when string.IsNullOrWhiteSpace(text) => "must not be empty",
            _ when text.Length > longest => $"is longer than {longest} characters",
            _ when text.Any(IsDangerous) => "must not contain control characters or change the writing direction",
            _ => null,
        };
        if (fault is null)
        {
            return text;
        }

        at.Fault(fault);
        return null;
    }

    /// <summary>An id that an entry gives itself.</summary>
    public static string? Id(this DirectoryCursor at, int longest)
    {
        if (at.Text(longest) is not { } text)
        {
            return null;
        }

        if (text.Length == text.AsSpan().Trim().Length)
        {
            return Canonical(text);
        }

        at.Fault("must not begin or end with a space");
        return null;
    }

    /// <summary>GUIDs in lower case, as in tokens and activities; other ids as they are.</summary>
    public static string Canonical(string id) => Guid.TryParseExact(id, "D", out var guid) ? guid.ToString("D") : id;

    public static bool? Flag(this DirectoryCursor at)
    {
        if (at.Node.Kind is DirectoryNodeKind.Flag)
        {
            return at.Node.Text == "true";
        }

        at.Fault($"must be true or false, not {DirectoryWords.Describe(at.Node)}");
        return null;
    }

    /// <summary>One word of a vocabulary.</summary>
    public static T? Word<T>(this DirectoryCursor at, IReadOnlyDictionary<string, T> vocabulary)
        where T : struct, Enum
    {
        if (at.Node.Kind is DirectoryNodeKind.Text && vocabulary.TryGetValue(at.Node.Text, out var value))
        {
            return value;
        }

        at.Fault($"must be one of {DirectoryWords.List(vocabulary.Keys)}, not {DirectoryWords.Describe(at.Node)}");
        return null;
    }

    /// <summary>A list of different words, in any order; null when one of them is refused.</summary>
    public static IReadOnlyList<T>? Words<T>(this DirectoryCursor at, IReadOnlyDictionary<string, T> vocabulary)
        where T : struct, Enum
    {
        var accepted = at.Node.Kind is DirectoryNodeKind.List;
        var words = new List<T>();
        foreach (var item in at.Items())
        {
            if (item.Word(vocabulary) is not { } word)
            {
                accepted = false;
            }
            else if (words.Contains(word))
            {
                item.Fault($"is in the list twice: {DirectoryWords.Quote(item.Node.Text)}");
                accepted = false;
            }
            else
            {
                words.Add(word);
            }
        }

        return accepted ? words : null;
    }

    /// <summary>A duration in whole minutes within limits.</summary>
    public static TimeSpan? Duration(this DirectoryCursor at, TimeSpan shortest, TimeSpan longest)
    {
        if (at.Text() is not { } text)
        {
            return null;
        }

        var limits = $"{XmlConvert.ToString(shortest)} to {XmlConvert.ToString(longest)}";
        var fault = DirectoryTime.Duration(text) switch
        {
            null => $"must be an ISO 8601 duration such as PT1H30M or P90D, not {DirectoryWords.Quote(text)}",
            { } duration when duration < shortest || duration > longest =>
                $"must be {limits}, not {DirectoryWords.Quote(text)}",
            { } duration when duration.Ticks % TimeSpan.TicksPerMinute != 0 =>
                $"must be in whole minutes, not {DirectoryWords.Quote(text)}",
            _ => null,
        };
        if (fault is null)
        {
            return DirectoryTime.Duration(text);
        }

        at.Fault(fault);
        return null;
    }

    /// <summary>A duration of whole days, at least one.</summary>
    public static int? WholeDays(this DirectoryCursor at, TimeSpan longest)
    {
        if (at.Duration(TimeSpan.FromDays(1), longest) is not { } duration)
        {
            return null;
        }

        if (duration.Ticks % TimeSpan.TicksPerDay == 0)
        {
            return duration.Days;
        }

        at.Fault($"must be in whole days, not {DirectoryWords.Quote(at.Node.Text)}");
        return null;
    }

    /// <summary>A whole number within limits. Of YAML it comes as a text, which may stand for a number.</summary>
    public static int? Number(this DirectoryCursor at, int least, int most)
    {
        if (
            at.Node.Kind is DirectoryNodeKind.Number or DirectoryNodeKind.Text
            && int.TryParse(at.Node.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least
            && number <= most
        )
        {
            return number;
        }

        at.Fault($"must be a whole number from {least} to {most}, not {Given(at.Node)}");
        return null;
    }

    private static string Given(DirectoryNode node) =>
        node.Kind is DirectoryNodeKind.Text ? DirectoryWords.Quote(node.Text) : DirectoryWords.Describe(node);

    /// <summary>A day such as 2030-01-31.</summary>
    public static DateOnly? Day(this DirectoryCursor at)
    {
        if (at.Text() is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        at.Fault($"must be a day such as 2030-01-31, not {DirectoryWords.Quote(text)}");
        return null;
    }

    /// <summary>A moment, absolute or counted from the load.</summary>
    public static DirectoryMoment? Moment(this DirectoryCursor at, DateTimeOffset now)
    {
        if (at.Text() is not { } text)
        {
            return null;
        }

        if (DirectoryTime.Moment(text, now) is { } moment)
        {
            return moment;
        }

        at.Fault(
            "must be an ISO 8601 date-time such as 2030-01-31T08:00:00Z, or a duration from the load such as P90D, "
                + $"not {DirectoryWords.Quote(text)}"
        );
        return null;
    }

    // Control characters, and the embeddings, overrides and isolates with which a name can make a line read differently.
    private static bool IsDangerous(char character) =>
        char.IsControl(character) || character is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
