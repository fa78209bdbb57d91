using PimBot.Domain.Access;
using PimBot.Domain.Alerts;

namespace PimBot.Storage.Alerts;

internal sealed class AlertIncidentRow
{
    public required Guid Id { get; init; }

    public required AlertKind Kind { get; init; }

    /// <summary>The alert's scope.</summary>
    public required ScopeId AlertScope { get; init; }

    public PersonId? Person { get; init; }

    public GroupId? Group { get; init; }

    public required RoleId Role { get; init; }

    public required ScopeId Scope { get; init; }

    public Guid? Assignment { get; init; }

    public string? Outside { get; init; }

    public DateTimeOffset? Since { get; init; }

    public int? Count { get; init; }

    public required DateTimeOffset FoundAt { get; init; }

    public DateTimeOffset? ToldAt { get; init; }

    public DateTimeOffset? RemovalOrderedAt { get; init; }

    public static AlertIncidentRow Of(AlertIncident incident) =>
        new()
        {
            Id = incident.Id,
            Kind = incident.Alert.Kind,
            AlertScope = incident.Alert.Scope,
            Person = incident.Person,
            Group = incident.Group,
            Role = incident.Access.Role,
            Scope = incident.Access.Scope,
            Assignment = incident.Assignment,
            Outside = incident.Outside,
            Since = incident.Since,
            Count = incident.Count,
            FoundAt = incident.FoundAt,
            ToldAt = incident.ToldAt,
            RemovalOrderedAt = incident.RemovalOrderedAt,
        };

    public AlertIncident ToIncident() =>
        new()
        {
            Id = Id,
            Alert = new AlertKey(Kind, AlertScope),
            Person = Person,
            Group = Group,
            Access = new RoleScope(Role, Scope),
            Assignment = Assignment,
            Outside = Outside,
            Since = Since,
            Count = Count,
            FoundAt = FoundAt,
            ToldAt = ToldAt,
            RemovalOrderedAt = RemovalOrderedAt,
        };
}
