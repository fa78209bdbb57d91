namespace PimBot.Api.Access;

/// <summary>When something holds (Graph's <c>requestSchedule</c>).</summary>
internal sealed record ScheduleInfo
{
    /// <summary>Null: at once, or from the beginning.</summary>
    public DateTimeOffset? StartDateTime { get; init; }

    /// <summary>Until when.</summary>
    public ScheduleExpiration? Expiration { get; init; }

    /// <summary>What a store's times are as a schedule.</summary>
    public static ScheduleInfo Of(DateTimeOffset? start, DateTimeOffset? end) =>
        new() { StartDateTime = start, Expiration = ScheduleExpiration.At(end) };
}
