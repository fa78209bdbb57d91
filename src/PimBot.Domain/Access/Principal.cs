namespace PimBot.Domain.Access;

/// <summary>Whom an assignment is for: a person (also a service account) or a group. Exactly one is set.</summary>
public readonly record struct Principal
{
    private Principal(PersonId? person, GroupId? group) => (Person, Group) = (person, group);

    public PersonId? Person { get; }

    public GroupId? Group { get; }

    public static Principal Of(PersonId person) => new(person, null);

    public static Principal Of(GroupId group) => new(null, group);

    public override string ToString() => Person?.Value ?? $"group {Group?.Value}";
}
