using System.Globalization;

namespace PimBot.Bot.Commands;

/// <summary>
/// A zone written after a time. Only UTC and offsets from it are read: names such as CST mean several zones. They are
/// recognised so that a time with such a name is refused rather than read in the wrong zone.
/// </summary>
internal readonly record struct UtcOffset(TimeSpan? Offset, string? Fault)
{
    private const int MostHours = 14;

    /// <summary>Null when <paramref name="key"/> names no zone.</summary>
    public static UtcOffset? Read(string key) =>
        key switch
        {
            "utc" or "gmt" or "z" or "zulu" => new(TimeSpan.Zero, Fault: null),
            "cet" or "cest" or "est" or "edt" or "cst" or "cdt" or "mst" or "mdt" or "pst" or "pdt" or "bst" => Other,
            "ist" or "eet" or "eest" or "wet" or "msk" or "jst" or "aest" or "aedt" or "hkt" or "sgt" or "et" => Other,
            "pt" or "ct" or "mt" => Other,
            _ when key.StartsWith("utc", StringComparison.Ordinal) || key.StartsWith("gmt", StringComparison.Ordinal) =>
                Signed(key.AsSpan(3)),
            _ => null,
        };

    /// <summary>"+1", "-03:30", "+0530"; null for any other form.</summary>
    public static UtcOffset? Signed(ReadOnlySpan<char> text)
    {
        if (text is not ['+' or '-', _, ..] || text.Length > "+00:00".Length)
        {
            return null;
        }

        var digits = text[1..];
        var colon = digits.IndexOf(':');
        var hoursEnd = colon >= 0 ? colon : Math.Min(digits.Length, 2);
        var minutes = colon >= 0 ? digits[(colon + 1)..] : digits[hoursEnd..];
        if (
            !Whole(digits[..hoursEnd], out var h)
            || (!minutes.IsEmpty && (minutes.Length != 2 || !Whole(minutes, out _)))
        )
        {
            return null;
        }

        var m = minutes.IsEmpty ? 0 : int.Parse(minutes, NumberStyles.None, CultureInfo.InvariantCulture);
        var offset = new TimeSpan(h, m, 0);
        return m > 59 || offset > TimeSpan.FromHours(MostHours)
            ? Other
            : new(text[0] == '-' ? -offset : offset, Fault: null);
    }

    private static UtcOffset Other => new(Offset: null, TimeFaults.OtherZone);

    private static bool Whole(ReadOnlySpan<char> digits, out int value) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
