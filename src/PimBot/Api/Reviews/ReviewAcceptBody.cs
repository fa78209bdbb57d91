using PimBot.Api.Answers;

namespace PimBot.Api.Reviews;

/// <summary>The reason for each answer that follows a recommendation.</summary>
internal sealed record ReviewAcceptBody
{
    [LongestReason]
    public string? Justification { get; init; }
}
