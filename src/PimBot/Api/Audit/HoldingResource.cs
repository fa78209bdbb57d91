using PimBot.Api.Access;
using PimBot.Application.Audit;

namespace PimBot.Api.Audit;

/// <summary>A time for which somebody held a role, or could activate it.</summary>
internal sealed record HoldingResource
{
    public required AuditUser Principal { get; init; }

    public required string RoleDefinitionId { get; init; }

    public required string DirectoryScopeId { get; init; }

    /// <summary><c>assigned</c>, <c>activated</c>, <c>eligible</c>, <c>member</c> of a group by the directory, or <c>outside</c>: not given by PimBot.</summary>
    public required string AssignmentType { get; init; }

    /// <summary>The group through which; missing: directly.</summary>
    public string? GroupId { get; init; }

    /// <summary>Missing: since before the record.</summary>
    public DateTimeOffset? StartDateTime { get; init; }

    /// <summary>The first instant at which it was over, past or planned; missing: no end.</summary>
    public DateTimeOffset? EndDateTime { get; init; }

    public string? Justification { get; init; }

    public AuditUser? ApprovedBy { get; init; }

    public static HoldingResource Of(Holding holding, AuditNames names) =>
        new()
        {
            Principal = new AuditUser(holding.Person.Value, names.Find(holding.Person)),
            RoleDefinitionId = holding.Access.Role.Value,
            DirectoryScopeId = holding.Access.Scope.Value,
            AssignmentType = Names.Of(holding.Kind),
            GroupId = holding.Group?.Value,
            StartDateTime = holding.From,
            EndDateTime = holding.Until,
            Justification = holding.Reason,
            ApprovedBy = holding.ApprovedBy is { } by ? new AuditUser(by.Value, names.Find(by)) : null,
        };
}
