using System.Text.Json.Serialization;
using PimBot.Domain.Access;

namespace PimBot.Api.Access;

/// <summary>A role, as Graph's <c>unifiedRoleDefinition</c>.</summary>
internal sealed record RoleResource
{
    public required string Id { get; init; }

    public required string DisplayName { get; init; }

    public required bool IsPrivileged { get; init; }

    /// <summary><c>directoryRole</c>, <c>azureRole</c>, <c>groupMember</c> or <c>groupOwner</c>.</summary>
    [JsonPropertyName("@pimbot.kind")]
    public required string Kind { get; init; }

    /// <summary>Short names that people type.</summary>
    [JsonPropertyName("@pimbot.aliases")]
    public required IReadOnlyList<string> Aliases { get; init; }

    public static RoleResource Of(Role role) =>
        new()
        {
            Id = role.Id.Value,
            DisplayName = role.Name,
            IsPrivileged = role.Privileged,
            Kind = Names.Of(role.Kind),
            Aliases = role.Aliases,
        };
}
