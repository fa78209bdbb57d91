using System.Text.Json;
using PimBot.Application.Conversations;
using PimBot.Application.Work;
using PimBot.Bot.Notifications;
using PimBot.Bot.People;
using PimBot.Channel.Turns;
using PimBot.Domain.Audit;

namespace PimBot.Bot.Turns;

/// <summary>
/// A turn is one unit of work: what the person did, what it changed, what is owed because of it and how it was
/// answered are committed together, under the turn's key. A re-delivery, at any time and on any replica, finds the
/// first answer and has no effect.
/// </summary>
internal sealed class RecordedTurns(IPimStore store, TurnRouter router, WorkSignal signal) : ITurnHandler
{
    public async Task<TurnResult> OnTurnAsync(Turn turn, CancellationToken cancellation)
    {
        var result = await store.CommitAsync((work, stop) => RunAsync(work, turn, stop), cancellation);
        signal.Wake();
        return result;
    }

    /// <summary>
    /// Owes the answer that the turn is recorded with, whichever replica recorded it, once: by changing the clicked card,
    /// or in words. A refresh is not answered: it only shows, and the client asks again.
    /// </summary>
    public async Task FinishedLateAsync(Turn turn, TurnResult? result, CancellationToken cancellation)
    {
        if (CardAction.From(turn) is { IsAutomatic: true })
        {
            return;
        }

        await store.CommitAsync(
            async (work, stop) =>
            {
                work.Audit.From(OriginOf(turn));
                var recorded = Recorded(await work.Bot.FindTurnAsync(turn.Key, stop));
                TurnReplies.OweLate(work, turn, (recorded ?? result)?.Invoke);
                return true;
            },
            cancellation
        );
        signal.Wake();
    }

    private static AuditOrigin OriginOf(Turn turn) => new($"chat:{turn.Activity.ChannelId}", turn.Key);

    private static TurnResult? Recorded(string? record) =>
        record is null ? null : JsonSerializer.Deserialize<TurnResult>(record, JsonSerializerOptions.Web);

    private async Task<TurnResult> RunAsync(IPimUnitOfWork work, Turn turn, CancellationToken cancellation)
    {
        work.Audit.From(OriginOf(turn));
        if (Recorded(await work.Bot.FindTurnAsync(turn.Key, cancellation)) is { } first)
        {
            return first;
        }

        var result = await router.RouteAsync(work, turn, cancellation);
        work.Bot.RecordTurn(turn.Key, JsonSerializer.Serialize(result, JsonSerializerOptions.Web));
        return result;
    }
}
