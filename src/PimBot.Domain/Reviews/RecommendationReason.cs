namespace PimBot.Domain.Reviews;

/// <summary>Why something is recommended.</summary>
public enum RecommendationReason
{
    /// <summary>Approve: they signed in within 30 days.</summary>
    SignedInLately = 1,

    /// <summary>Approve: they activated the role within 30 days.</summary>
    ActivatedLately = 2,

    /// <summary>Deny: neither within 30 days.</summary>
    NotSeenLately = 3,

    /// <summary>Deny: no sign-in and no activation is known at all.</summary>
    NeverSeen = 4,

    /// <summary>Approve: an emergency account is there for the day on which nothing else works, and is not used before (ours).</summary>
    EmergencyAccount = 5,
}
