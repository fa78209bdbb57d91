namespace PimBot.Channel.Auth;

/// <summary>
/// The keys of one OpenID metadata document in memory. They are renewed in the background from the age of 12 hours and serve until that of 24,
/// whatever fetches fail meanwhile. An unknown key id has them fetched at once, at most once a minute, and is answered
/// by what came. One fetch runs at a time; whoever needs it waits for it.
/// </summary>
internal sealed class SigningKeyCache(IKeySource source, Uri metadata, TimeProvider time)
{
    public static readonly TimeSpan RenewAfter = TimeSpan.FromHours(12);
    public static readonly TimeSpan UsableFor = TimeSpan.FromHours(24);
    public static readonly TimeSpan BetweenRefreshes = TimeSpan.FromMinutes(1);

    /// <summary>Requests that may wait for a fetch; a flood of unknown key ids must not pile up behind a slow one.</summary>
    public const int MostWaiting = 1000;

    private readonly Lock gate = new();
    private SigningKeySet? keys;
    private Task? fetch;
    private int waiting;
    private DateTimeOffset? lastRefresh;

    /// <summary>
    /// The key; else the reason: <see cref="AuthReason.KeyUnknown"/>, <see cref="AuthReason.KeysUnavailable"/>, or
    /// <see cref="AuthReason.TooManyTokens"/> when too many wait already.
    /// </summary>
    public async Task<(SigningKey? Key, AuthReason? Reason)> FindAsync(string keyId, CancellationToken cancellation)
    {
        var seen = Usable();
        if (seen is null)
        {
            return await AnswerAfterAsync(JoinFetch(seen), keyId, cancellation);
        }

        if (seen.Find(keyId) is null && MayAskAgain(seen, out var refresh))
        {
            return await AnswerAfterAsync(refresh, keyId, cancellation);
        }

        RenewInBackground(seen);
        return Answer(seen, keyId);
    }

    private async Task<(SigningKey? Key, AuthReason? Reason)> AnswerAfterAsync(
        Task refresh,
        string keyId,
        CancellationToken cancellation
    )
    {
        try
        {
            if (Interlocked.Increment(ref waiting) > MostWaiting)
            {
                return (null, AuthReason.TooManyTokens);
            }

            await refresh.WaitAsync(cancellation);
            return Answer(Usable(), keyId);
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    private static (SigningKey? Key, AuthReason? Reason) Answer(SigningKeySet? keys, string keyId) =>
        keys is null ? (null, AuthReason.KeysUnavailable)
        : keys.Find(keyId) is { } key ? (key, null)
        : (null, AuthReason.KeyUnknown);

    private SigningKeySet? Usable()
    {
        lock (gate)
        {
            return keys is not null && Age(keys.FetchedAt) < UsableFor ? keys : null;
        }
    }

    /// <summary>A fetch under way is joined even within the minute: it may bring the key.</summary>
    private bool MayAskAgain(SigningKeySet seen, out Task refresh)
    {
        lock (gate)
        {
            var may = IsFetching || !ReferenceEquals(keys, seen) || MayRefresh();
            refresh = may ? JoinFetch(seen) : Task.CompletedTask;
            return may;
        }
    }

    private void RenewInBackground(SigningKeySet seen)
    {
        lock (gate)
        {
            if (Age(seen.FetchedAt) >= RenewAfter && !IsFetching && MayRefresh())
            {
                _ = JoinFetch(seen);
            }
        }
    }

    private bool IsFetching => fetch is { IsCompleted: false };

    private bool MayRefresh()
    {
        if (lastRefresh is { } last && Age(last) < BetweenRefreshes)
        {
            return false;
        }

        lastRefresh = time.GetUtcNow();
        return true;
    }

    /// <summary>The fetch that brings something newer than what the caller has seen; done already when that is there.</summary>
    private Task JoinFetch(SigningKeySet? seen)
    {
        lock (gate)
        {
            if (!IsFetching)
            {
                fetch = ReferenceEquals(Usable(), seen) ? Task.Run(FetchAsync) : Task.CompletedTask;
            }

            return fetch!;
        }
    }

    private async Task FetchAsync()
    {
        var fetched = await source.FetchAsync(metadata);
        if (fetched is not null)
        {
            lock (gate)
            {
                keys = fetched;
            }
        }
    }

    /// <summary>A clock that was set back makes everything old: better one fetch too many.</summary>
    private TimeSpan Age(DateTimeOffset since)
    {
        var age = time.GetUtcNow() - since;
        return age < TimeSpan.Zero ? TimeSpan.MaxValue : age;
    }
}
