namespace PimBot.Domain.Access;

/// <summary>Where a role holds. A role held at a scope holds at everything below it.</summary>
public sealed record Scope
{
    public required ScopeId Id { get; init; }

    public required ScopeKind Kind { get; init; }

    public required string Name { get; init; }

    /// <summary>The scope directly above; null at the top.</summary>
    public ScopeId? Parent { get; init; }
}
