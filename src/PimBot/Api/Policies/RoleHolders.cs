namespace PimBot.Api.Policies;

/// <summary>Ours, for Graph can't say it: the eligible and active holders of a role at the scope or above.</summary>
internal sealed record RoleHolders : ApproverSet
{
    public required string RoleDefinitionId { get; init; }
}
