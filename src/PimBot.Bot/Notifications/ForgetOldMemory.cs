using PimBot.Application.Work;
using PimBot.Bot.Dialogs;
using PimBot.Bot.Exports;
using PimBot.Bot.Reviews;
using PimBot.Bot.Verification;

namespace PimBot.Bot.Notifications;

/// <summary>
/// Keeps the bot's own memory bounded by age. A turn that is forgotten and delivered once more meets the state machine,
/// which takes nothing twice.
/// </summary>
internal sealed class ForgetOldMemory(IPimStore store) : IBackgroundPass
{
    private const int Most = 500;
    private static readonly TimeSpan Turns = TimeSpan.FromDays(3);
    private static readonly TimeSpan Dialogs = TimeSpan.FromDays(30);
    private static readonly TimeSpan Proofs = TimeSpan.FromDays(1);
    private static readonly TimeSpan Mails = TimeSpan.FromDays(14);
    private static readonly TimeSpan Cards = TimeSpan.FromDays(90);

    public string Name => "memory that is old";

    public TimeSpan Interval => TimeSpan.FromMinutes(10);

    public Task<int> RunOnceAsync(CancellationToken cancellation) => store.CommitAsync(ForgetAsync, cancellation);

    private static async Task<int> ForgetAsync(IPimUnitOfWork work, CancellationToken cancellation) =>
        await work.Bot.PurgeTurnsAsync(work.Now - Turns, Most, cancellation)
        + await work.Bot.PurgeAsync(DialogStates.Prefix, work.Now - Dialogs, Most, cancellation)
        + await work.Bot.PurgeAsync(SentCards.Prefix, work.Now - Cards, Most, cancellation)
        + await work.Bot.PurgeAsync(AdministratorVerification.ProofPrefix, work.Now - Proofs, Most, cancellation)
        + await work.Bot.PurgeAsync(AdministratorVerification.QuestionPrefix, work.Now - Proofs, Most, cancellation)
        + await work.Bot.PurgeAsync(ExportLinks.Prefix, work.Now - Proofs, Most, cancellation)
        + await work.Bot.PurgeAsync(MailHandler.Prefix, work.Now - Mails, Most, cancellation)
        + await work.Bot.PurgeAsync(ReviewPlace.Prefix, work.Now - Cards, Most, cancellation)
        + await work.Bot.PurgeAsync("unreachable/", work.Now - Cards, Most, cancellation);
}
