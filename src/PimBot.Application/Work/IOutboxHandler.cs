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
}
