using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using PimBot.Storage.Conversions;

namespace PimBot.Storage.Postgres;

/// <summary>PostgreSQL takes instants in UTC only, and rounds what is finer than a microsecond.</summary>
internal sealed class UtcInstant()
    : ValueConverter<DateTimeOffset, DateTimeOffset>(instant => Instant.Truncate(instant), instant => instant);
