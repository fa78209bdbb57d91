namespace PimBot.Channel.Turns;

/// <summary>What a bot is, seen from the channel: it is given authenticated, well-formed activities and answers them.</summary>
/// <remarks>
/// Called for each delivery, also for re-deliveries and concurrently: the handler records the turn by
/// <see cref="Turn.Key"/> and gives a re-delivery the first answer. It sees messages, <c>adaptiveCard/action</c> invokes
/// with an action, conversation updates and installation updates; nothing else. An exception is logged and answered with
/// 503, which has the channel deliver again, or, for an invoke, with a failure in plain words.
/// </remarks>
public interface ITurnHandler
{
    /// <param name="turn">Checked: token, form, tenant and service host.</param>
    /// <param name="cancellation">Cancelled when the sender stops waiting for the answer.</param>
    Task<TurnResult> OnTurnAsync(Turn turn, CancellationToken cancellation);
}
