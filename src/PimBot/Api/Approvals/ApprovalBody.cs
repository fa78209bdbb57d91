using PimBot.Api.Access;
using PimBot.Api.Answers;

namespace PimBot.Api.Approvals;

/// <summary>A decision.</summary>
/// <param name="ReviewResult"><c>Approve</c> or <c>Deny</c>.</param>
internal sealed record ApprovalBody(string ReviewResult)
{
    [LongestReason]
    public string? Justification { get; init; }

    /// <summary>What an assignment becomes instead of what its holder asked for; not for activations and confirmations.</summary>
    public ScheduleInfo? ScheduleInfo { get; init; }

    /// <summary>Likewise: <c>eligible</c> or <c>active</c>.</summary>
    public string? AssignmentType { get; init; }
}
