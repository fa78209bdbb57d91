using PimBot.Domain.Audit;

namespace PimBot.Application.Audit;

/// <summary>Where a store's chain begins and ends.</summary>
/// <param name="Store">Which store; null when nobody asked before (see <see cref="IAuditTrail.StoreAsync"/>).</param>
/// <param name="End">The last entry, as the store keeps it beside the chain.</param>
/// <param name="Checkpoint">What retention deleted last; null: nothing.</param>
public sealed record AuditStanding(string? Store, AuditEnd End, AuditCheckpoint? Checkpoint);
