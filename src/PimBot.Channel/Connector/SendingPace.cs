using Microsoft.Extensions.DependencyInjection;

namespace PimBot.Channel.Connector;

/// <summary>
/// Keeps this process's sends within the channel's rate limits. What must wait for a moment waits here; what must wait
/// longer is given back. Replicas don't know of each other: where together they send too fast, the channel says so, and
/// is obeyed.
/// </summary>
internal sealed class SendingPace([FromKeyedServices(ChannelClocks.Pace)] TimeProvider time)
{
    /// <summary>The longest wait in here.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly Dictionary<string, SendHistory> conversations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SendHistory> tenants = new(StringComparer.OrdinalIgnoreCase);
    private readonly long start = time.GetTimestamp();
    private TimeSpan swept;

    private TimeSpan Now => time.GetElapsedTime(start);

    /// <summary>How many places are remembered: those sent to within the last hour.</summary>
    public int Remembered
    {
        get
        {
            lock (gate)
            {
                return conversations.Count + tenants.Count;
            }
        }
    }

    /// <summary>Waits for a turn to send, and books it. The turn is disposed when the channel has answered.</summary>
    public async Task<SendingTurn> EnterAsync(string conversation, string? tenant, CancellationToken cancellation)
    {
        var turn = new SendingTurn(this);
        foreach (var history in HistoriesOf(conversation, tenant ?? ""))
        {
            if (Book(history, turn) is { } wait)
            {
                await Task.Delay(wait, time, cancellation);
                turn.TryAgainAfter ??= HeldFor(history);
            }

            if (turn.TryAgainAfter is not null)
            {
                break;
            }
        }

        return turn;
    }

    /// <summary>The channel asked for patience: nothing goes to this conversation for so long.</summary>
    public void HoldBack(string conversation, TimeSpan wait)
    {
        lock (gate)
        {
            HistoryIn(conversations, conversation, RateLimit.OfConversation).Hold(Now + wait);
        }
    }

    public void End(SendHistory history, TimeSpan booked)
    {
        lock (gate)
        {
            history.End(booked, Now);
        }
    }

    private SendHistory[] HistoriesOf(string conversation, string tenant)
    {
        lock (gate)
        {
            Sweep(Now);
            return
            [
                HistoryIn(conversations, conversation, RateLimit.OfConversation),
                HistoryIn(tenants, tenant, RateLimit.OfTenant),
            ];
        }
    }

    /// <summary>How long to wait for what was booked; null: not at all, or nothing was booked.</summary>
    private TimeSpan? Book(SendHistory history, SendingTurn turn)
    {
        lock (gate)
        {
            var now = Now;
            var at = history.NextAt(now);
            if (at - now > Patience)
            {
                turn.TryAgainAfter = at - now;
                return null;
            }

            history.Book(at);
            turn.Add(history, at);
            return at > now ? at - now : null;
        }
    }

    private TimeSpan? HeldFor(SendHistory history)
    {
        lock (gate)
        {
            var now = Now;
            return history.IsHeldAt(now) ? history.NextAt(now) - now : null;
        }
    }

    private void Sweep(TimeSpan now)
    {
        if (now - swept < BetweenSweeps)
        {
            return;
        }

        swept = now;
        foreach (var histories in new[] { conversations, tenants })
        {
            foreach (var (key, _) in histories.Where(known => known.Value.IsOver(now)).ToList())
            {
                histories.Remove(key);
            }
        }
    }

    private static SendHistory HistoryIn(
        Dictionary<string, SendHistory> histories,
        string key,
        IReadOnlyList<RateLimit> limits
    )
    {
        if (!histories.TryGetValue(key, out var history))
        {
            histories[key] = history = new SendHistory(limits);
        }

        return history;
    }
}
