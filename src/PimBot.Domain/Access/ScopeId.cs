namespace PimBot.Domain.Access;

/// <summary>The id of a scope: <c>/</c> is the whole directory, others look like resource paths. Opaque.</summary>
public readonly record struct ScopeId(string Value)
{
    /// <summary>The whole directory; Azure's root scope, too.</summary>
    public static readonly ScopeId Directory = new("/");

    public override string ToString() => Value;
}
