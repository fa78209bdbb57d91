namespace PimBot.Api.Policies;

/// <summary>A person who approves.</summary>
internal sealed record SingleUser : ApproverSet
{
    public required string UserId { get; init; }
}
