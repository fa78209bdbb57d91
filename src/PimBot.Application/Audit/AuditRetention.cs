namespace PimBot.Application.Audit;

/// <summary>How long the audit is kept.</summary>
/// <param name="Days">Null: for ever.</param>
public sealed record AuditRetention(int? Days);
