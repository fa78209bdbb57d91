using PimBot.Domain.Access;
using PimBot.Domain.Alerts;
using PimBot.Domain.Audit;

namespace PimBot.Application.Alerts;

/// <summary>How alerts appear in the audit.</summary>
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
            Reason = reason,
            Detail = $"{AlertDefinitions.Of(key.Kind).Id} scope={key.Scope}" + (detail is null ? "" : $" {detail}"),
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
                + (incident.Outside is { } outside ? $" outside={outside}" : "")
                + (detail is null ? "" : $" {detail}"),
            reason
        ) with
        {
            Subject = incident.Person,
            Group = incident.Group,
            Access = incident.Access,
        };
}
