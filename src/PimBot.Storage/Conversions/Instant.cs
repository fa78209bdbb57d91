namespace PimBot.Storage.Conversions;

/// <summary>Instants are kept in UTC to the microsecond: what PostgreSQL's timestamptz can hold.</summary>
internal static class Instant
{
    public static DateTimeOffset Truncate(DateTimeOffset instant) =>
        new(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);

    /// <summary>For due times: never before the instant itself.</summary>
    public static DateTimeOffset? RoundUp(DateTimeOffset? instant) =>
        instant is { } exact && Truncate(exact) is var whole && whole < exact
            ? whole.AddMicroseconds(1)
            : instant?.ToUniversalTime();
}
