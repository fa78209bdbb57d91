using System.Text.Json;
using PimBot.Application.Conversations;
using PimBot.Application.Work;
using PimBot.Bot.Notifications;
using PimBot.Bot.People;
using PimBot.Channel.Turns;
using PimBot.Domain.Access;

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

    private async Task<TurnResult> RunAsync(IPimUnitOfWork work, Turn turn, CancellationToken cancellation)
    {
        if (await work.Bot.FindTurnAsync(turn.Key, cancellation) is { } recorded)
        {
            return JsonSerializer.Deserialize<TurnResult>(recorded, JsonSerializerOptions.Web)!;
        }

        var result = await router.RouteAsync(work, turn, cancellation);
        work.Bot.RecordTurn(turn.Key, JsonSerializer.Serialize(result, JsonSerializerOptions.Web));
        return result;
    }
}
