namespace PimBot.Domain.Access;

/// <summary>A role at a scope: what is assigned, asked for and granted. Each has one policy of its own.</summary>
public readonly record struct RoleScope(RoleId Role, ScopeId Scope);
