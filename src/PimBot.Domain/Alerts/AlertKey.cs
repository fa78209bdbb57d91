using PimBot.Domain.Access;

namespace PimBot.Domain.Alerts;

/// <summary>One alert: what it warns of, and where. Those of directory roles and groups are the directory's, Azure's belong to one scope each.</summary>
public readonly record struct AlertKey(AlertKind Kind, ScopeId Scope)
{
    public static AlertKey OfDirectory(AlertKind kind) => new(kind, ScopeId.Directory);
}
