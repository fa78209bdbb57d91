namespace PimBot.Domain.Reviews;

/// <summary>What a reviewer says of an assignment; Graph's <c>decision</c>.</summary>
public enum ReviewVerdict
{
    Approve = 1,
    Deny = 2,
    DontKnow = 3,

    /// <summary>Nobody answered, and that changes nothing. Never an answer.</summary>
    NotReviewed = 4,
}
