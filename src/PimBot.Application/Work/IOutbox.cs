namespace PimBot.Application.Work;

/// <summary>Intent to act outside, kept in the same commit as the state that calls for it. At least once.</summary>
public interface IOutbox
{
    /// <summary>Owes one effect from <paramref name="notBefore"/> on (null: at once). The same id twice is one message.</summary>
    void Enqueue(Guid id, string kind, string orderKey, string payload, DateTimeOffset? notBefore = null);

    /// <summary>
    /// Takes up to <paramref name="most"/> due messages of one lane for <paramref name="lease"/>, oldest first; of each order key
    /// only the first that is still owed, and none that somebody else holds.
    /// </summary>
    Task<IReadOnlyList<OutboxMessage>> ClaimAsync(
        OutboxLane lane,
        int most,
        TimeSpan lease,
        CancellationToken cancellation
    );

    /// <summary>The effect is there, or is given up: the message goes. False: the claim was lost, nothing was recorded.</summary>
    Task<bool> CompleteAsync(OutboxMessage message, CancellationToken cancellation);

    /// <summary>Try again at <paramref name="at"/>; <paramref name="error"/> (at most 500 characters, a code) is for operators. False: the claim was lost.</summary>
    Task<bool> RetryAsync(OutboxMessage message, DateTimeOffset at, string error, CancellationToken cancellation);

    /// <summary>It was not attempted: it comes back at <paramref name="at"/> with the attempts and the error that it had. False: the claim was lost.</summary>
    Task<bool> PutBackAsync(OutboxMessage message, DateTimeOffset at, CancellationToken cancellation);

    /// <summary>How many are owed, how many of these failed at least <paramref name="attempts"/> times, and when the oldest became owed.</summary>
    Task<OutboxBacklog> BacklogAsync(int attempts, CancellationToken cancellation);
}
