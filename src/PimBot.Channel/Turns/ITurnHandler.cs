namespace PimBot.Channel.Turns;

/// <summary>What a bot is, seen from the channel: it is given authenticated, well-formed activities and answers them.</summary>
/// <remarks>
/// Called for each delivery that does not find the turn running in this process, also for re-deliveries: the handler
/// records the turn by <see cref="Turn.Key"/> and gives a re-delivery the first answer. It sees messages, <c>adaptiveCard/action</c> invokes
/// with an action, conversation updates and installation updates; nothing else. An exception is logged and answered with
/// 503, which has the channel deliver again, or, for an invoke, with a failure in plain words.
/// </remarks>
public interface ITurnHandler
{
    /// <param name="turn">Checked: token, form, tenant and service host.</param>
    /// <param name="cancellation">
    /// Cancelled when the host can't wait any longer or the turn takes minutes; not when the sender hangs up, for the
    /// turn is somebody's wish and may be done already.
    /// </param>
    Task<TurnResult> OnTurnAsync(Turn turn, CancellationToken cancellation);

    /// <summary>
    /// An invoke ended after somebody who waited for it had been told that it is being worked on, or had hung up. The
    /// handler brings the answer to the card that was clicked. Called at most once for each call of
    /// <see cref="OnTurnAsync"/>, perhaps on several replicas.
    /// </summary>
    /// <param name="turn">The invoke.</param>
    /// <param name="result">What it came to; null when it failed.</param>
    /// <param name="cancellation">Cancelled when the host can't wait any longer.</param>
    Task FinishedLateAsync(Turn turn, TurnResult? result, CancellationToken cancellation);
}
