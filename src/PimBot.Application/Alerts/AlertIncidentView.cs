using PimBot.Application.Access;
using PimBot.Domain.Access;
using PimBot.Domain.Alerts;

namespace PimBot.Application.Alerts;

/// <summary>An incident with the names that belong to it.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="Whom">Whom it is about; null: settings of a role.</param>
/// <param name="Role">The role; null: it is gone.</param>
/// <param name="Scope">The scope of the role; null: it is unknown.</param>
/// <param name="Assignment">The assignment that it is about, while that exists.</param>
public sealed record AlertIncidentView(
    AlertIncident Incident,
    Assignee? Whom,
    Role? Role,
    Scope? Scope,
    Assignment? Assignment
);
