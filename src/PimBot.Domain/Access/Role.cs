namespace PimBot.Domain.Access;

/// <summary>A role definition.</summary>
public sealed record Role
{
    public required RoleId Id { get; init; }

    public required string Name { get; init; }

    public required RoleKind Kind { get; init; }

    /// <summary>Microsoft's label for roles whose misuse endangers the whole directory.</summary>
    public bool Privileged { get; init; }

    /// <summary>Short names that people type, such as <c>GA</c>.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];
}
