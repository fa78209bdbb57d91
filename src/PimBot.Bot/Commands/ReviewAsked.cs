using PimBot.Domain.Access;
using PimBot.Domain.Reviews;

namespace PimBot.Bot.Commands;

/// <summary>What was said of a review; null, or empty, where nothing was said.</summary>
internal sealed record ReviewAsked
{
    public static readonly ReviewAsked Nothing = new();

    /// <summary>Words for a role.</summary>
    public string? RoleText { get; init; }

    /// <summary>Words for a place.</summary>
    public string? PlaceText { get; init; }

    /// <summary>Names of chosen reviewers.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Names of those who answer where nobody else does.</summary>
    public IReadOnlyList<string> FallbackNames { get; init; } = [];

    /// <summary>Which assignments; see <see cref="IsTypeSaid"/>.</summary>
    public AssignmentType? Type { get; init; }

    /// <summary>Whether it was said which assignments, for both kinds is a choice too.</summary>
    public bool IsTypeSaid { get; init; }

    public ReviewerKind? Reviewers { get; init; }

    public int? Days { get; init; }

    public RecurrencePattern? Pattern { get; init; }

    public int? Count { get; init; }

    public DateOnly? Until { get; init; }

    /// <summary>Whether it was said that it goes on for ever.</summary>
    public bool IsEndless { get; init; }

    public DateTimeOffset? Start { get; init; }

    public SilenceRule? WhenSilent { get; init; }

    public bool? IsAutoApplied { get; init; }

    public bool? IsReasonRequired { get; init; }

    public bool? ShowsRecommendations { get; init; }

    public bool? IsReminderSent { get; init; }

    /// <summary>What was wrong, and what to type; null: nothing.</summary>
    public string? Fault { get; init; }

    /// <summary>What <see cref="Fault"/> is about; null: nothing that is asked for.</summary>
    public ReviewAskedPart? FaultIn { get; init; }

    /// <summary>Words that were not understood.</summary>
    public string? Unread { get; init; }

    /// <summary>Whether anything was said but names, and all of it was understood.</summary>
    public bool IsOnlySettings =>
        RoleText is null
        && PlaceText is null
        && Names.Count == 0
        && FallbackNames.Count == 0
        && Unread is null
        && this with { Fault = null, FaultIn = null } != Nothing;
}
