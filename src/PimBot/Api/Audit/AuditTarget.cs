namespace PimBot.Api.Audit;

/// <summary>What something was done to (Graph's <c>targetResource</c>).</summary>
/// <param name="Id">Its id.</param>
/// <param name="Type"><c>User</c>, <c>Group</c>, <c>Role</c> or <c>Scope</c>.</param>
/// <param name="DisplayName">The name that it has now; missing when it is gone.</param>
internal sealed record AuditTarget(string Id, string Type, string? DisplayName);
