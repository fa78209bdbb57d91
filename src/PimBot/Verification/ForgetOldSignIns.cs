using PimBot.Application.Work;

namespace PimBot.Verification;

/// <summary>Forgets sign-ins that were begun and never came to an end.</summary>
internal sealed class ForgetOldSignIns(IPimStore store) : IBackgroundPass
{
    private const int Most = 500;

    public string Name => "sign-ins that were left";

    public TimeSpan Interval => PendingSignIns.Lifetime;

    public Task<int> RunOnceAsync(CancellationToken cancellation) =>
        store.CommitAsync(
            (work, stop) => work.Bot.PurgeAsync(PendingSignIns.Prefix, work.Now - PendingSignIns.Lifetime, Most, stop),
            cancellation
        );
}
