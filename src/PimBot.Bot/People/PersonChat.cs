using PimBot.Channel.Connector;

namespace PimBot.Bot.People;

/// <summary>Where a person is reached, as of the newest activity that came from there.</summary>
/// <param name="Reference">Checked by the host guard at each use.</param>
/// <param name="Zone">IANA name of the person's time zone; null: UTC.</param>
internal sealed record PersonChat(ConversationReference Reference, string? Zone)
{
    public TimeZoneInfo TimeZone => Find(Zone);

    /// <summary>
    /// The time zone of this name; UTC when it is absent or unknown. The system takes any number of slashes for one and
    /// keeps what it found under each such name for ever, so only the name proper is looked for.
    /// </summary>
    public static TimeZoneInfo Find(string? name) =>
        name is not null
        && !name.Contains("//", StringComparison.Ordinal)
        && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)
            ? zone
            : TimeZoneInfo.Utc;
}
