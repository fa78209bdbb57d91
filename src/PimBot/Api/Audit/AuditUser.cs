namespace PimBot.Api.Audit;

/// <summary>A person by id, and the name that they have now; it is missing when they left.</summary>
internal sealed record AuditUser(string Id, string? DisplayName);
