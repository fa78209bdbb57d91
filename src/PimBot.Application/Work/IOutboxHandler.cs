namespace PimBot.Application.Work;

/// <summary>Performs one kind of outside effect.</summary>
public interface IOutboxHandler
{
    string Kind { get; }

    /// <summary>
    /// Performs the effect, outside of any transaction. May be called again for the same message, after a crash or an
    /// unknown outcome. What it throws counts as "try again".
    /// </summary>
    Task<OutboxResult> PerformAsync(OutboxMessage message, CancellationToken cancellation);

    /// <summary>
    /// The claim was lost while the effect was performed, so that nothing of it was recorded, and whoever took the
    /// message over may be done with it already: owes what a late effect calls for. Part of a unit of work.
    /// </summary>
    Task LostAsync(IPimUnitOfWork work, OutboxMessage message, CancellationToken cancellation) => Task.CompletedTask;
}
