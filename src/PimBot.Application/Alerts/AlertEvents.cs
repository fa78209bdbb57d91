using PimBot.Application.Audit;
using PimBot.Domain.Access;
using PimBot.Domain.Alerts;
using PimBot.Domain.Audit;

namespace PimBot.Application.Alerts;

/// <summary>How alerts appear in the audit: those of an Azure scope at that scope, so that nobody reads of it who may not see it.</summary>
internal static class AlertEvents
{
    public static AuditEvent Of(
        AuditAction action,
        AlertKey key,
        PersonId? actor = null,
        string? detail = null,
        string? reason = null
    ) =>
        new()
        {
            Action = action,
            Actor = actor,
            Scope = key.Scope == ScopeId.Directory ? null : key.Scope,
            Reason = reason,
            Detail = AlertDefinitions.Of(key.Kind).Id + (detail is null ? "" : $" {detail}"),
        };

    public static AuditEvent Of(
        AuditAction action,
        AlertIncident incident,
        PersonId? actor = null,
        string? detail = null,
        string? reason = null
    ) =>
        Of(
            action,
            incident.Alert,
            actor,
            $"incident={incident.Id:N}"
                + (
                    incident.Outside is { } outside
                        ? $" outside={outside}{OutsideHistory.SinceText(incident.Since)}"
                        : ""
                )
                + (detail is null ? "" : $" {detail}"),
            reason
        ) with
        {
            Subject = incident.Person,
            Group = incident.Group,
            Access = incident.Access,
            Scope = null,
        };
}
