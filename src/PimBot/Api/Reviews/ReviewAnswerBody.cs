using PimBot.Api.Answers;

namespace PimBot.Api.Reviews;

/// <summary>An answer.</summary>
/// <param name="Decision"><c>Approve</c>, <c>Deny</c> or <c>DontKnow</c>.</param>
internal sealed record ReviewAnswerBody(string Decision)
{
    [LongestReason]
    public string? Justification { get; init; }
}
