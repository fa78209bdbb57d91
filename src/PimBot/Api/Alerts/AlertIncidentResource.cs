using System.Text.Json.Serialization;
using PimBot.Application.Alerts;
using PimBot.Domain.Alerts;

namespace PimBot.Api.Alerts;

/// <summary>What an alert found (Graph's <c>unifiedRoleManagementAlertIncident</c> and those that derive from it).</summary>
internal sealed record AlertIncidentResource
{
    public required string Id { get; init; }

    public string? AssigneeId { get; init; }

    public string? AssigneeDisplayName { get; init; }

    public string? AssigneeUserPrincipalName { get; init; }

    public required string RoleDefinitionId { get; init; }

    public string? RoleDisplayName { get; init; }

    [JsonPropertyName("@pimbot.directoryScopeId")]
    public required string DirectoryScopeId { get; init; }

    /// <summary>The assignment that it is about.</summary>
    [JsonPropertyName("@pimbot.targetScheduleId")]
    public string? TargetScheduleId { get; init; }

    public DateTimeOffset? LastSignInDateTime { get; init; }

    public DateTimeOffset? LastActivationDateTime { get; init; }

    public DateTimeOffset? AssignmentCreatedDateTime { get; init; }

    /// <summary>Of roles that are activated too frequently: how often.</summary>
    public int? ActivationCount { get; init; }

    [JsonPropertyName("@pimbot.foundDateTime")]
    public required DateTimeOffset FoundDateTime { get; init; }

    /// <summary>When somebody ordered the target to take it away.</summary>
    [JsonPropertyName("@pimbot.removalOrderedDateTime")]
    public DateTimeOffset? RemovalOrderedDateTime { get; init; }

    public static AlertIncidentResource Of(AlertIncidentView view)
    {
        var (incident, kind) = (view.Incident, view.Incident.Alert.Kind);
        var isOutside = incident.Outside is not null;
        var isOfActivations = kind is AlertKind.RedundantAssignment or AlertKind.SequentialActivationRenewals;
        return new AlertIncidentResource
        {
            Id = incident.Id.ToString(),
            AssigneeId = incident.Person?.Value ?? incident.Group?.Value,
            AssigneeDisplayName = view.Whom?.Person?.Name ?? view.Whom?.Group?.Name,
            AssigneeUserPrincipalName = view.Whom?.Person?.Upn,
            RoleDefinitionId = incident.Access.Role.Value,
            RoleDisplayName = view.Role?.Name,
            DirectoryScopeId = incident.Access.Scope.Value,
            TargetScheduleId = incident.Assignment?.ToString(),
            LastSignInDateTime = kind is AlertKind.StaleSignIn ? incident.Since : null,
            LastActivationDateTime = isOfActivations ? incident.Since : null,
            AssignmentCreatedDateTime = isOutside ? incident.Since : view.Assignment?.CreatedAt,
            ActivationCount = kind is AlertKind.SequentialActivationRenewals ? incident.Count : null,
            FoundDateTime = incident.FoundAt,
            RemovalOrderedDateTime = incident.RemovalOrderedAt,
        };
    }
}
