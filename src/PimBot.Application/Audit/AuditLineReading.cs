using PimBot.Domain.Audit;

namespace PimBot.Application.Audit;

/// <summary>What one line holds: an entry, or why it is none.</summary>
/// <param name="Entry">Null when the line can't be read.</param>
/// <param name="Store">Which store it says to be of; null when it does not say.</param>
/// <param name="Fault">Why it can't be read, in words that hold nothing of the line; null with an entry.</param>
/// <param name="Sequence">The number that it says to have, where at least that can be read.</param>
public sealed record AuditLineReading(AuditEntry? Entry, string? Store, string? Fault, long? Sequence);
