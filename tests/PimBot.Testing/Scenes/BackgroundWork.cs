using PimBot.Application.Work;

namespace PimBot.Testing;

/// <summary>Runs the host's background passes in place of its workers, one caller at a time.</summary>
internal sealed class BackgroundWork : IDisposable
{
    private const int MostRounds = 500;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>Runs round after round until no pass has anything left to do now.</summary>
    /// <exception cref="InvalidOperationException">The work does not come to an end, or a pass hangs.</exception>
    public async Task RunUntilIdleAsync(IReadOnlyList<IBackgroundPass> passes)
    {
        await turn.WaitAsync();
        try
        {
            using var timeout = new CancellationTokenSource(Patience);
            var handled = new List<string>();
            for (var round = 0; round < MostRounds; round++)
            {
                handled.Clear();
                foreach (var pass in passes)
                {
                    handled.AddRange(Enumerable.Repeat(pass.Name, Math.Min(1, await RunAsync(pass, timeout.Token))));
                }

                if (handled.Count == 0)
                {
                    return;
                }
            }

            var busy = string.Join(", ", handled);
            throw new InvalidOperationException($"Background work goes on after {MostRounds} rounds: {busy}.");
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private static async Task<int> RunAsync(IBackgroundPass pass, CancellationToken cancellation)
    {
        try
        {
            return await pass.RunOnceAsync(cancellation).WaitAsync(cancellation);
        }
        catch (OperationCanceledException hung) when (cancellation.IsCancellationRequested)
        {
            throw new InvalidOperationException(
                $"The pass '{pass.Name}' did not end within {Patience}. Does it wait for the clock, which stands still?",
                hung
            );
        }
    }
}
