using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using PimBot.Storage.Conversions;

namespace PimBot.Storage.Sqlite;

/// <summary>An instant as microseconds since 1970 in UTC; <c>datetime(x / 1000000, 'unixepoch')</c> shows it.</summary>
internal sealed class UnixMicroseconds()
    : ValueConverter<DateTimeOffset, long>(instant => Write(instant), microseconds => Read(microseconds))
{
    public static long Write(DateTimeOffset instant) =>
        (Instant.Truncate(instant).Ticks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    private static DateTimeOffset Read(long microseconds) =>
        DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);
}
