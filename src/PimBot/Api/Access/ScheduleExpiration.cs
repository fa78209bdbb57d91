using PimBot.Api.Answers;

namespace PimBot.Api.Access;

/// <summary>Until when something holds (Graph's <c>expirationPattern</c>).</summary>
internal sealed record ScheduleExpiration
{
    public const string Never = "noExpiration";
    public const string AfterDateTime = "afterDateTime";
    public const string AfterDuration = "afterDuration";

    /// <summary><c>noExpiration</c>, <c>afterDateTime</c> or <c>afterDuration</c>.</summary>
    public required string Type { get; init; }

    /// <summary>With <c>afterDateTime</c>, and only then.</summary>
    public DateTimeOffset? EndDateTime { get; init; }

    /// <summary>With <c>afterDuration</c>, and only then.</summary>
    public TimeSpan? Duration { get; init; }

    public static ScheduleExpiration At(DateTimeOffset? end) =>
        end is null ? new() { Type = Never } : new() { Type = AfterDateTime, EndDateTime = end };

    public static ScheduleExpiration After(TimeSpan duration) => new() { Type = AfterDuration, Duration = duration };

    /// <summary>The end; null: never.</summary>
    /// <param name="start">When it begins; from there a duration counts.</param>
    /// <exception cref="ApiProblemException">Type and members disagree, or there is no such time.</exception>
    public DateTimeOffset? EndFrom(DateTimeOffset start)
    {
        const string at = "$.scheduleInfo.expiration";
        if (Type is not (Never or AfterDateTime or AfterDuration))
        {
            throw ApiProblemException.Bad($"Allowed are {Never}, {AfterDateTime} and {AfterDuration}.", $"{at}.type");
        }

        if (EndDateTime is not null != Type is AfterDateTime)
        {
            throw ApiProblemException.Bad($"It belongs to {AfterDateTime}, and to that alone.", $"{at}.endDateTime");
        }

        if (Duration is not null != Type is AfterDuration)
        {
            throw ApiProblemException.Bad($"It belongs to {AfterDuration}, and to that alone.", $"{at}.duration");
        }

        return Duration is { } duration ? Add(start, duration, $"{at}.duration") : EndDateTime;
    }

    private static DateTimeOffset Add(DateTimeOffset start, TimeSpan duration, string at) =>
        duration > TimeSpan.Zero && duration < DateTimeOffset.MaxValue - start
            ? start + duration
            : throw ApiProblemException.Bad("There is no such time.", at);
}
