using System.Text.Json.Serialization;
using PimBot.Api.Answers;
using PimBot.Application.Alerts;
using PimBot.Domain.Access;

namespace PimBot.Api.Alerts;

/// <summary>An alert (Graph's <c>unifiedRoleManagementAlert</c>).</summary>
internal sealed record AlertResource
{
    /// <summary>What kind of scope, which scope, and which alert. Opaque.</summary>
    public required string Id { get; init; }

    public required string AlertDefinitionId { get; init; }

    public required string ScopeId { get; init; }

    public required string ScopeType { get; init; }

    public required int IncidentCount { get; init; }

    /// <summary>Whether it has incidents and nobody dismissed it. To dismiss it set it to false, to restore it to true.</summary>
    public required bool IsActive { get; init; }

    [JsonPropertyName("@pimbot.isDismissed")]
    public required bool IsDismissed { get; init; }

    public DateTimeOffset? LastModifiedDateTime { get; init; }

    /// <summary>What <c>If-Match</c> must say to change it.</summary>
    [JsonPropertyName("@odata.etag")]
    public string? ETag { get; init; }

    /// <summary>The last scan that came to its end. No part of the state that an ETag stands for.</summary>
    public DateTimeOffset? LastScannedDateTime { get; init; }

    public static AlertResource Of(AlertView view, DateTimeOffset? scannedAt)
    {
        var shown = new AlertResource
        {
            Id = $"{ScopeTypeOf(view.Scope)}_{view.Key.Scope}_{view.Definition.Id}",
            AlertDefinitionId = view.Definition.Id,
            ScopeId = view.Key.Scope.Value,
            ScopeType = ScopeTypeOf(view.Scope),
            IncidentCount = view.Incidents,
            IsActive = view.IsActive,
            IsDismissed = view.Alert.IsDismissed,
            LastModifiedDateTime = view.Alert.ChangedAt,
        };
        return shown with { ETag = EntityTag.Of(shown), LastScannedDateTime = scannedAt };
    }

    // Graph's word for the directory, Azure's for the others.
    internal static string ScopeTypeOf(Scope scope) =>
        scope.Kind is ScopeKind.Directory ? "DirectoryRole" : Access.Names.Of(scope.Kind);
}
