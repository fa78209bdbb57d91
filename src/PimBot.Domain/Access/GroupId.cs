namespace PimBot.Domain.Access;

/// <summary>The id of a group. Opaque.</summary>
public readonly record struct GroupId(string Value)
{
    public override string ToString() => Value;
}
