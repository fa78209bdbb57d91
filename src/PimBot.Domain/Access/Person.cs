namespace PimBot.Domain.Access;

/// <summary>An account in the directory.</summary>
public sealed record Person
{
    public required PersonId Id { get; init; }

    public required string Name { get; init; }

    public string? Upn { get; init; }

    public string? Mail { get; init; }

    public string? SecondaryMail { get; init; }

    public required PersonKind Kind { get; init; }

    /// <summary>Another account of the same human being; two linked accounts never approve each other.</summary>
    public PersonId? LinkedTo { get; init; }

    public PersonId? Manager { get; init; }

    /// <summary>False: may ask for nothing, decide nothing, and is granted nothing.</summary>
    public bool Enabled { get; init; } = true;

    public DateTimeOffset? LastSignIn { get; init; }

    /// <summary>Whether both accounts belong to one human being, as far as the directory knows.</summary>
    public bool IsSameHumanAs(Person other) =>
        Id == other.Id
        || LinkedTo == other.Id
        || other.LinkedTo == Id
        || (LinkedTo is not null && LinkedTo == other.LinkedTo);
}
