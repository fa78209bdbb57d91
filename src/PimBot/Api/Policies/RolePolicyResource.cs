using System.Text.Json.Serialization;

namespace PimBot.Api.Policies;

/// <summary>A role's settings at a scope, as Graph's <c>unifiedRoleManagementPolicy</c> with its rules.</summary>
internal sealed record RolePolicyResource
{
    /// <summary>What kind of policy, for which role, where. Opaque.</summary>
    public required string Id { get; init; }

    public required string DisplayName { get; init; }

    public required string Description { get; init; }

    /// <summary>Whether it is the published default: nobody set one of its own.</summary>
    [JsonPropertyName("@pimbot.isDefault")]
    public required bool IsDefault { get; init; }

    public bool IsOrganizationDefault => false;

    public required string ScopeId { get; init; }

    public required string ScopeType { get; init; }

    [JsonPropertyName("@pimbot.roleDefinitionId")]
    public required string RoleDefinitionId { get; init; }

    /// <summary>Grows with each change; requests pin the version that they were made under.</summary>
    [JsonPropertyName("@pimbot.version")]
    public required int Version { get; init; }

    /// <summary>What <c>If-Match</c> must say to change it.</summary>
    [JsonPropertyName("@odata.etag")]
    public string? ETag { get; init; }

    public required IReadOnlyList<PolicyRule> Rules { get; init; }
}
