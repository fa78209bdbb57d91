namespace PimBot.Domain.Access;

/// <summary>The id of a role definition, such as Global Administrator's template id. Opaque.</summary>
public readonly record struct RoleId(string Value)
{
    public override string ToString() => Value;
}
