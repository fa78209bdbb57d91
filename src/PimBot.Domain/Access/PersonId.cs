namespace PimBot.Domain.Access;

/// <summary>The id of a person; what <c>from.aadObjectId</c> carries. Opaque, not always a GUID.</summary>
public readonly record struct PersonId(string Value)
{
    public override string ToString() => Value;
}
