using System.Globalization;
using System.Text.RegularExpressions;

namespace PimBot.Application.Access;

/// <summary>ISO 8601, as far as directory files use it.</summary>
internal static partial class DirectoryTime
{
    /// <summary>Whatever is longer is a mistake, or means "permanent", which is written by leaving the value out.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(100 * 365);

    private static readonly string[] Formats =
    [
        "yyyy-MM-dd",
        "yyyy-MM-dd'T'HH:mmK",
        "yyyy-MM-dd'T'HH:mm:ssK",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
    ];

    /// <summary>Null when it is no duration of at most <see cref="Longest"/>. A month counts 30 days and a year 365, as in XML Schema's mapping to .NET.</summary>
    public static TimeSpan? Duration(string text)
    {
        var match = DurationForm().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var days = Part("y") * 365 + Part("mo") * 30 + Part("w") * 7 + Part("d");
        var seconds = days * 86_400 + Part("h") * 3_600 + Part("mi") * 60 + Part("s");
        return seconds <= (long)Longest.TotalSeconds ? TimeSpan.FromSeconds(seconds) : null;

        long Part(string name) =>
            match.Groups[name] is { Success: true, ValueSpan: var digits }
                ? long.Parse(digits, CultureInfo.InvariantCulture)
                : 0;
    }

    /// <summary>Null when it is neither a date-time nor a duration, which may be negative: counted back from the load.</summary>
    public static DirectoryMoment? Moment(string text, DateTimeOffset now)
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, Utc, out var at))
        {
            return new(ToMicrosecond(at), null);
        }

        var back = text.StartsWith('-');
        if (Duration(back ? text[1..] : text) is not { } distance)
        {
            return null;
        }

        var room = back ? now - DateTimeOffset.MinValue : DateTimeOffset.MaxValue - now;
        return distance <= room ? new(back ? now - distance : now + distance, text) : null;
    }

    /// <summary>The store keeps microseconds; two moments that it can't tell apart are one.</summary>
    public static DateTimeOffset ToMicrosecond(DateTimeOffset at) =>
        new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);

    [GeneratedRegex(
        "^P(?=.)((?<w>[0-9]{1,6})W|((?<y>[0-9]{1,6})Y)?((?<mo>[0-9]{1,6})M)?((?<d>[0-9]{1,6})D)?"
            + "(T(?=.)((?<h>[0-9]{1,6})H)?((?<mi>[0-9]{1,6})M)?((?<s>[0-9]{1,6})S)?)?)\\z",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex DurationForm();
}
