namespace PimBot.Playground.Channel;

/// <summary>What a client tells about itself with each activity.</summary>
/// <param name="TimeZone">IANA name.</param>
/// <param name="Locale">Such as <c>en-GB</c>.</param>
internal sealed record ClientContext(string TimeZone, string Locale)
{
    /// <summary>What the browser said, where it makes sense; otherwise UTC and American English.</summary>
    public static ClientContext From(string? timeZone, string? locale) =>
        new(
            timeZone is { Length: > 0 and <= 64 } && TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out _)
                ? timeZone
                : "UTC",
            locale is { Length: > 1 and <= 35 } && locale.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
                ? locale
                : "en-US"
        );
}
