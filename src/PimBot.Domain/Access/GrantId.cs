namespace PimBot.Domain.Access;

/// <summary>The id of one grant; the same at every retry, so that a target can tell a repetition from a new grant.</summary>
public readonly record struct GrantId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}
