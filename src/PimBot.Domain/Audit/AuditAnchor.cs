namespace PimBot.Domain.Audit;

/// <summary>What was said outside of the store: at that time its chain had this entry.</summary>
/// <param name="Store">Which store.</param>
/// <param name="Sequence">The chain's last entry then.</param>
/// <param name="Hash">That entry's hash.</param>
/// <param name="At">When it was said.</param>
public sealed record AuditAnchor(string Store, long Sequence, string Hash, DateTimeOffset At);
