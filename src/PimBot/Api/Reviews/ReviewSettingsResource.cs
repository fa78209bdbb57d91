namespace PimBot.Api.Reviews;

/// <summary>How a review is held (Graph's <c>accessReviewScheduleSettings</c>).</summary>
/// <param name="InstanceDurationInDays">How many days an occurrence lasts.</param>
internal sealed record ReviewSettingsResource(int InstanceDurationInDays)
{
    public bool JustificationRequiredOnApproval { get; init; } = true;

    public bool RecommendationsEnabled { get; init; } = true;

    /// <summary>What silence means: <c>None</c>, <c>Deny</c>, <c>Approve</c> or <c>Recommendation</c>.</summary>
    public string DefaultDecision { get; init; } = "None";

    public bool AutoApplyDecisionsEnabled { get; init; }

    public bool ReminderNotificationsEnabled { get; init; } = true;

    /// <summary>Missing: once.</summary>
    public ReviewRecurrenceResource? Recurrence { get; init; }
}
