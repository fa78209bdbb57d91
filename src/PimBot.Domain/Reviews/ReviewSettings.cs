using PimBot.Domain.Access;

namespace PimBot.Domain.Reviews;

/// <summary>How a review is held. An occurrence keeps those that it began with.</summary>
public sealed record ReviewSettings
{
    /// <summary>Most people that can be chosen as reviewers, and as fallback (ours).</summary>
    public const int MostReviewers = 100;

    /// <summary>Which assignments are reviewed; null: eligible and active ones.</summary>
    public AssignmentType? Type { get; init; }

    public required ReviewerKind Reviewers { get; init; }

    /// <summary>Who reviews, where reviewers are chosen; ignored otherwise.</summary>
    public IReadOnlyList<PersonId> Chosen { get; init; } = [];

    /// <summary>Who reviews what has no reviewer, or one who can't be reached; empty: those who manage the role's scope.</summary>
    public IReadOnlyList<PersonId> Fallback { get; init; } = [];

    /// <summary>How many days an occurrence lasts; see <see cref="ReviewCalendar.LongestDays"/>.</summary>
    public required int Days { get; init; }

    public ReviewRecurrence Recurrence { get; init; } = ReviewRecurrence.Once;

    /// <summary>The IANA id of the zone in which occurrences keep their local time.</summary>
    public string TimeZone { get; init; } = "Etc/UTC";

    /// <summary>Whether each answer needs a reason.</summary>
    public bool IsReasonRequired { get; init; } = true;

    /// <summary>Whether reviewers see recommendations, and may take all of them at once.</summary>
    public bool ShowsRecommendations { get; init; } = true;

    public SilenceRule WhenSilent { get; init; } = SilenceRule.NoChange;

    /// <summary>Whether results are applied at the end; otherwise an administrator applies them.</summary>
    public bool IsAutoApplied { get; init; }

    /// <summary>Whether those who still owe answers are reminded at half time.</summary>
    public bool IsReminderSent { get; init; } = true;
}
