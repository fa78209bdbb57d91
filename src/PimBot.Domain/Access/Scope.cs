namespace PimBot.Domain.Access;

/// <summary>Where a role holds. A role held at a scope holds at everything below it.</summary>
public sealed record Scope
{
    public required ScopeId Id { get; init; }

    public required ScopeKind Kind { get; init; }

    public required string Name { get; init; }

    /// <summary>The scope directly above; null at the top.</summary>
    public ScopeId? Parent { get; init; }

    /// <summary>The group that a scope of kind <see cref="ScopeKind.Group"/> stands for: its id, also as <c>/groups/ID</c>; null for other kinds.</summary>
    public GroupId? Group => Kind is ScopeKind.Group ? GroupOf(Id) : null;

    /// <summary>The group that the scope with this id stands for, if it is a group's.</summary>
    public static GroupId? GroupOf(ScopeId id) =>
        id.Value[(id.Value.LastIndexOf('/') + 1)..] is { Length: > 0 } group ? new GroupId(group) : null;

    /// <summary>Whether a role of this kind can be held at a scope of this kind: an Azure role at a management group or below, never at "/".</summary>
    public static bool Fits(RoleKind role, ScopeKind scope) =>
        role switch
        {
            RoleKind.DirectoryRole => scope is ScopeKind.Directory,
            RoleKind.AzureRole => scope is not (ScopeKind.Group or ScopeKind.Directory),
            _ => scope is ScopeKind.Group,
        };
}
