namespace PimBot.Api.Reviews;

/// <summary>How often a review comes back (Graph's <c>patternedRecurrence</c>).</summary>
internal sealed record ReviewRecurrenceResource(RecurrencePart Pattern, RecurrenceEnd Range);
