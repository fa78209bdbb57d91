namespace PimBot.Api.Reviews;

/// <summary>The reason for each answer that follows a recommendation.</summary>
internal sealed record ReviewAcceptBody
{
    public string? Justification { get; init; }
}
