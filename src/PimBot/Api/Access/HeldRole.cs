using PimBot.Application.Access;

namespace PimBot.Api.Access;

/// <summary>A role that the caller holds now.</summary>
internal sealed record HeldRole
{
    public required RoleResource Role { get; init; }

    public required ScopeResource Scope { get; init; }

    /// <summary>Missing: never.</summary>
    public DateTimeOffset? EndDateTime { get; init; }

    /// <summary><c>Assigned</c> or <c>Activated</c>.</summary>
    public required string AssignmentType { get; init; }

    public static HeldRole Of(HeldAccess held) =>
        new()
        {
            Role = RoleResource.Of(held.Role),
            Scope = ScopeResource.Of(held.Scope),
            EndDateTime = held.Until,
            AssignmentType = held.Grant is null ? "Assigned" : "Activated",
        };
}
