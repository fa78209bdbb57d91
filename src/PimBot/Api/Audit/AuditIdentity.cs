namespace PimBot.Api.Audit;

/// <summary>Who did something (Graph's <c>auditActivityInitiator</c>).</summary>
internal sealed record AuditIdentity(AuditUser User);
