using PimBot.Api.Answers;

namespace PimBot.Api.Access;

/// <summary>What is asked for (Graph's <c>unifiedRoleEligibilityScheduleRequest</c> and <c>unifiedRoleAssignmentScheduleRequest</c>).</summary>
internal sealed record ScheduleRequestBody
{
    /// <summary><c>adminAssign</c>, <c>adminUpdate</c>, <c>adminRemove</c>, <c>adminExtend</c>, <c>adminRenew</c>, <c>selfActivate</c>, <c>selfDeactivate</c>, <c>selfExtend</c> or <c>selfRenew</c>.</summary>
    public required string Action { get; init; }

    /// <summary>A person's or a group's id. One's own unless given for the <c>self…</c> actions.</summary>
    public string? PrincipalId { get; init; }

    public string? RoleDefinitionId { get; init; }

    /// <summary><c>/</c> unless given.</summary>
    public string? DirectoryScopeId { get; init; }

    /// <summary>The assignment or activation that is changed; found by principal, role and scope unless given.</summary>
    public string? TargetScheduleId { get; init; }

    public ScheduleInfo? ScheduleInfo { get; init; }

    [LongestReason]
    public string? Justification { get; init; }

    public TicketInfo? TicketInfo { get; init; }

    /// <summary>Says what would be refused, and changes nothing.</summary>
    public bool IsValidationOnly { get; init; }
}
