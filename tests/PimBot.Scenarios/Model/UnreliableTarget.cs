using PimBot.Application.Access;
using PimBot.Domain.Access;
using PimBot.Testing;

namespace PimBot.Scenarios.Model;

/// <summary>A target that is idempotent by grant as it must be, counts its real effects, and answers as its mood is.</summary>
internal sealed class UnreliableTarget(ManualTime clock) : IAccessTarget
{
    private static readonly TimeSpan Slowness = TimeSpan.FromMinutes(10);
    private static readonly TargetMood[] Moods =
    [
        TargetMood.Works,
        TargetMood.Fails,
        TargetMood.LosesAnswers,
        TargetMood.Works,
        TargetMood.Throws,
    ];

    private readonly Lock gate = new();
    private readonly HashSet<GrantId> present = [];
    private readonly Dictionary<GrantId, (int Given, int Taken)> effects = [];
    private readonly List<TargetCall> calls = [];
    private int flakes;

    public TargetMood Mood { get; set; } = TargetMood.Works;

    /// <summary>Ends the process.</summary>
    public CancellationTokenSource Death { get; set; } = new();

    /// <summary>What happens while the target is being asked to grant.</summary>
    public Func<GrantId, Task> Meanwhile { get; set; } = _ => Task.CompletedTask;

    public IReadOnlySet<GrantId> Present
    {
        get
        {
            lock (gate)
            {
                return present.ToHashSet();
            }
        }
    }

    /// <summary>How often access really came and went; repetitions without effect don't count.</summary>
    public (int Given, int Taken) EffectsOf(GrantId grant)
    {
        lock (gate)
        {
            return effects.GetValueOrDefault(grant);
        }
    }

    /// <summary>The calls since this was last asked.</summary>
    public IReadOnlyList<TargetCall> TakeCalls()
    {
        lock (gate)
        {
            TargetCall[] taken = [.. calls];
            calls.Clear();
            return taken;
        }
    }

    public Task<TargetResult> EnsureGrantedAsync(TargetGrant grant, CancellationToken cancellation) =>
        AnswerAsync(true, grant.Id, cancellation);

    public Task<TargetResult> EnsureRevokedAsync(TargetGrant grant, CancellationToken cancellation) =>
        AnswerAsync(false, grant.Id, cancellation);

    private async Task<TargetResult> AnswerAsync(bool grants, GrantId id, CancellationToken cancellation)
    {
        var began = clock.GetUtcNow();
        var mood = Mood is TargetMood.Flaky ? Moods[Interlocked.Increment(ref flakes) % Moods.Length] : Mood;
        switch (mood)
        {
            case TargetMood.Slow:
                clock.Advance(Slowness);
                break;
            case TargetMood.CanceledMeanwhile when grants:
                await Meanwhile(id);
                break;
            case TargetMood.DiesBefore:
                await DieAsync(grants, id, began, cancellation);
                break;
        }

        if (mood is not (TargetMood.Fails or TargetMood.Refuses))
        {
            Effect(grants, id);
        }

        if (mood is TargetMood.DiesAfter)
        {
            await DieAsync(grants, id, began, cancellation);
        }

        return mood switch
        {
            TargetMood.Throws => throw Unheard(grants, id, began),
            TargetMood.Refuses => Heard(grants, id, began, new TargetResult(TargetOutcome.Refused, "forbidden")),
            TargetMood.Fails or TargetMood.LosesAnswers => Heard(
                grants,
                id,
                began,
                new TargetResult(TargetOutcome.RetryLater, "timeout")
            ),
            _ => Heard(grants, id, began, TargetResult.Done),
        };
    }

    private void Effect(bool grants, GrantId id)
    {
        lock (gate)
        {
            var (given, taken) = effects.GetValueOrDefault(id);
            if (grants ? present.Add(id) : present.Remove(id))
            {
                effects[id] = grants ? (given + 1, taken) : (given, taken + 1);
            }
        }
    }

    private async Task DieAsync(bool grants, GrantId id, DateTimeOffset began, CancellationToken cancellation)
    {
        Unheard(grants, id, began);
        await Death.CancelAsync();
        cancellation.ThrowIfCancellationRequested();
    }

    private TargetResult Heard(bool grants, GrantId id, DateTimeOffset began, TargetResult answer)
    {
        Note(grants, id, began, answer.Outcome);
        return answer;
    }

    private HttpRequestException Unheard(bool grants, GrantId id, DateTimeOffset began)
    {
        Note(grants, id, began, null);
        return new HttpRequestException("Connection reset.");
    }

    private void Note(bool grants, GrantId id, DateTimeOffset began, TargetOutcome? answer)
    {
        lock (gate)
        {
            calls.Add(new TargetCall(grants, id, began, answer));
        }
    }
}
