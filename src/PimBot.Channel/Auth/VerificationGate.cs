namespace PimBot.Channel.Auth;

/// <summary>Lets so many in at a time, has so many wait in order, and turns the rest away.</summary>
internal sealed class VerificationGate(int places, int mostWaiting) : IDisposable
{
    private readonly SemaphoreSlim free = new(places);
    private int waiting;

    /// <summary>False: too many wait already. True: enter, and <see cref="Leave"/> afterwards.</summary>
    public async Task<bool> EnterAsync(CancellationToken cancellation)
    {
        if (free.Wait(0, CancellationToken.None))
        {
            return true;
        }

        try
        {
            if (Interlocked.Increment(ref waiting) > mostWaiting)
            {
                return false;
            }

            await free.WaitAsync(cancellation);
            return true;
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    public void Leave() => free.Release();

    public void Dispose() => free.Dispose();
}
