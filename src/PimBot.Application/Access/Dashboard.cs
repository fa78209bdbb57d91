using PimBot.Application.Alerts;
using PimBot.Domain.Access;

namespace PimBot.Application.Access;

/// <summary>What an administrator or reader sees at a glance: only of what they may see.</summary>
public sealed record Dashboard
{
    /// <summary>How far back activations are shown.</summary>
    public const int Days = 14;

    public required DateTimeOffset Now { get; init; }

    /// <summary>What they see, and may manage.</summary>
    public required AdministrationView View { get; init; }

    /// <summary>Requests to activate that are under way, oldest first by the store.</summary>
    public int PendingActivations { get; init; }

    /// <summary>Changes of assignments that wait for an administrator.</summary>
    public int PendingAssignments { get; init; }

    /// <summary>Whether there are more pending requests than were counted.</summary>
    public bool HasMorePending { get; init; }

    /// <summary>Access reviews that run.</summary>
    public int RunningReviews { get; init; }

    /// <summary>Access reviews whose results wait to be applied by hand.</summary>
    public int ReviewsToApply { get; init; }

    /// <summary>When each activation of the last days began, oldest first.</summary>
    public IReadOnlyList<DateTimeOffset> Starts { get; init; } = [];

    /// <summary>The alerts that need something, the most serious first.</summary>
    public IReadOnlyList<AlertView> Alerts { get; init; } = [];

    /// <summary>The assignments that end soonest.</summary>
    public IReadOnlyList<EndingAssignment> Ending { get; init; } = [];

    /// <summary>How many end within <see cref="Domain.Access.Assignment.ExtendBefore"/>.</summary>
    public int EndingCount { get; init; }

    /// <summary>Whether there are more of these than were counted.</summary>
    public bool HasMoreEnding { get; init; }
}
