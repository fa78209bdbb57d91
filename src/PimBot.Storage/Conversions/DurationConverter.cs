using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace PimBot.Storage.Conversions;

/// <summary>Durations are whole microseconds in a 64-bit column, so that they compare alike on both engines.</summary>
internal sealed class DurationConverter()
    : ValueConverter<TimeSpan, long>(
        duration => duration.Ticks / TimeSpan.TicksPerMicrosecond,
        microseconds => TimeSpan.FromTicks(microseconds * TimeSpan.TicksPerMicrosecond)
    );
