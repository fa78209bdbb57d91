namespace PimBot.Api.Policies;

/// <summary>A group whose members approve.</summary>
internal sealed record GroupMembers : ApproverSet
{
    public required string GroupId { get; init; }
}
