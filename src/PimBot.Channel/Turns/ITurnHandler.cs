namespace PimBot.Channel.Turns;

/// <summary>What a bot is, seen from the channel: it is given authenticated, well-formed activities and answers them.</summary>
/// <remarks>
/// Called for each delivery, also for re-deliveries and concurrently: the handler records the turn by
/// <see cref="Turn.Key"/> and gives a re-delivery the first answer.
/// </remarks>
public interface ITurnHandler
{
    Task<TurnResult> OnTurnAsync(Turn turn, CancellationToken cancellation);
}
