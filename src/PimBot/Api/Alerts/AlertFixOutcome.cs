using PimBot.Api.Answers;

namespace PimBot.Api.Alerts;

/// <summary>What became of one incident.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="AssigneeId">Whom it is about.</param>
/// <param name="RoleDefinitionId">The role.</param>
/// <param name="Status"><c>Fixed</c>, <c>Pending</c> (another administrator, owner or the target has yet to act) or <c>Refused</c>.</param>
/// <param name="Reasons">Why nothing was done.</param>
internal sealed record AlertFixOutcome(
    string IncidentId,
    string? AssigneeId,
    string RoleDefinitionId,
    string Status,
    IReadOnlyList<ProblemReason>? Reasons
);
