namespace PimBot.Domain.Policies;

/// <summary>The activation part of a role's settings. Limits: PIM's, in whole minutes (ours).</summary>
public sealed record ActivationPolicy
{
    public static readonly TimeSpan ShortestDuration = TimeSpan.FromMinutes(5);
    public static readonly TimeSpan LongestMaximum = TimeSpan.FromHours(24);
    public static readonly TimeSpan DefaultMaximum = TimeSpan.FromHours(8);
    public static readonly TimeSpan ShortestWindow = TimeSpan.FromHours(1);
    public static readonly TimeSpan LongestWindow = TimeSpan.FromDays(14);
    public static readonly TimeSpan DefaultWindow = TimeSpan.FromDays(1);

    /// <summary>The longest activation: 5 minutes to 24 hours; PIM's default is 8 hours.</summary>
    public required TimeSpan Maximum { get; init; }

    public required ActivationRequirements Require { get; init; }

    /// <summary>Empty with approval required: the default approvers of directory roles; refused for other kinds.</summary>
    public IReadOnlyList<ApproverReference> Approvers { get; init; } = [];

    /// <summary>How long approvers have: 1 hour to 14 days; PIM's is 24 hours.</summary>
    public TimeSpan Window { get; init; } = DefaultWindow;

    /// <summary>Whether an approver must say why; PIM's default.</summary>
    public bool IsDecisionReasonRequired { get; init; } = true;

    /// <summary>The authentication context that activation demands, <c>c1</c> to <c>c99</c>; null: none. Takes the place of MFA.</summary>
    public string? AuthenticationContext { get; init; }

    /// <summary>Where approvers are asked besides, or instead of, their own chats; null: in their own chats only.</summary>
    public ApproversChannel? Channel { get; init; }

    /// <summary>Whether the requester must prove to be themselves.</summary>
    public bool RequiresVerification => Requires(ActivationRequirements.Mfa) || AuthenticationContext is not null;

    public bool Requires(ActivationRequirements requirement) => Require.HasFlag(requirement);
}
