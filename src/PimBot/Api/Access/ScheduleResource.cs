using System.Text.Json.Serialization;
using PimBot.Domain.Access;

namespace PimBot.Api.Access;

/// <summary>A standing assignment, or a running activation, as Graph's <c>unifiedRoleEligibilitySchedule</c> or <c>unifiedRoleAssignmentSchedule</c>.</summary>
internal sealed record ScheduleResource
{
    public required string Id { get; init; }

    public required string PrincipalId { get; init; }

    /// <summary><c>user</c> or <c>group</c>.</summary>
    [JsonPropertyName("@pimbot.principalType")]
    public required string PrincipalType { get; init; }

    public required string RoleDefinitionId { get; init; }

    public required string DirectoryScopeId { get; init; }

    /// <summary><c>Assigned</c> or <c>Activated</c>; eligibilities have none.</summary>
    public string? AssignmentType { get; init; }

    /// <summary><c>Provisioned</c>, or <c>Revoked</c> for what is over.</summary>
    public required string Status { get; init; }

    /// <summary><c>Direct</c>, or <c>Group</c> when the caller has it through a group.</summary>
    public required string MemberType { get; init; }

    public DateTimeOffset? CreatedDateTime { get; init; }

    public required ScheduleInfo ScheduleInfo { get; init; }

    public static ScheduleResource Of(Assignment assignment, PersonId caller, DateTimeOffset now, bool isOwn) =>
        new()
        {
            Id = assignment.Id.ToString(),
            PrincipalId = assignment.Person?.Value ?? assignment.Group!.Value.Value,
            PrincipalType = assignment.Person is null ? "group" : "user",
            RoleDefinitionId = assignment.Access.Role.Value,
            DirectoryScopeId = assignment.Access.Scope.Value,
            AssignmentType = assignment.Type is Domain.Access.AssignmentType.Active ? "Assigned" : null,
            Status = assignment.IsOverAt(now) ? "Revoked" : "Provisioned",
            MemberType = isOwn && assignment.Person != caller ? "Group" : "Direct",
            CreatedDateTime = assignment.CreatedAt,
            ScheduleInfo = ScheduleInfo.Of(assignment.Start, assignment.End),
        };

    public static ScheduleResource Of(Grant grant) =>
        new()
        {
            Id = grant.Id.Value.ToString(),
            PrincipalId = grant.Person.Value,
            PrincipalType = "user",
            RoleDefinitionId = grant.Access.Role.Value,
            DirectoryScopeId = grant.Access.Scope.Value,
            AssignmentType = "Activated",
            Status = "Provisioned",
            MemberType = "Direct",
            CreatedDateTime = grant.From,
            ScheduleInfo = ScheduleInfo.Of(grant.From, grant.Until),
        };
}
