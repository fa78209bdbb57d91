namespace PimBot.Api.Reviews;

/// <summary>How often (Graph's <c>recurrencePattern</c>).</summary>
/// <param name="Type"><c>weekly</c> or <c>absoluteMonthly</c>.</param>
/// <param name="Interval">1; of months also 3, 6 or 12.</param>
internal sealed record RecurrencePart(string Type, int Interval);
