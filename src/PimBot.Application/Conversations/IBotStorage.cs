namespace PimBot.Application.Conversations;

/// <summary>
/// The bot's own memory: JSON documents by key, as Bot Framework's storage keeps them (dialogs, conversation
/// references, messages sent), and the turns that were answered. Part of the unit of work that uses it.
/// </summary>
public interface IBotStorage
{
    /// <summary>Null when there is none. Sees what this unit of work has written.</summary>
    Task<string?> ReadAsync(string key, CancellationToken cancellation);

    /// <summary>All documents whose key starts with <paramref name="prefix"/>, by key in ordinal order.</summary>
    Task<IReadOnlyList<KeyValuePair<string, string>>> ListAsync(string prefix, CancellationToken cancellation);

    /// <summary>Writes or replaces. Keys: at most 400 characters. Two units that write one key at once: one of them is run again.</summary>
    Task WriteAsync(string key, string json, CancellationToken cancellation);

    Task DeleteAsync(string key, CancellationToken cancellation);

    /// <summary>Deletes documents under <paramref name="prefix"/> last written before <paramref name="before"/>, at most <paramref name="most"/>; returns how many.</summary>
    Task<int> PurgeAsync(string prefix, DateTimeOffset before, int most, CancellationToken cancellation);

    /// <summary>The answer that a turn was given (JSON, perhaps empty); null when the turn is new.</summary>
    Task<string?> FindTurnAsync(string key, CancellationToken cancellation);

    /// <summary>
    /// Records a turn and its answer. When another unit recorded the same key meanwhile, this unit of work is run
    /// again, and finds that answer.
    /// </summary>
    void RecordTurn(string key, string answer);

    /// <summary>Forgets turns recorded before <paramref name="before"/>, at most <paramref name="most"/>; returns how many.</summary>
    Task<int> PurgeTurnsAsync(DateTimeOffset before, int most, CancellationToken cancellation);
}
