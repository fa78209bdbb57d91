namespace PimBot.Domain.Access;

/// <summary>A group of people; its members share what is assigned to it.</summary>
public sealed record Group
{
    public required GroupId Id { get; init; }

    public required string Name { get; init; }

    public IReadOnlyList<PersonId> Members { get; init; } = [];

    public IReadOnlyList<PersonId> Owners { get; init; } = [];
}
