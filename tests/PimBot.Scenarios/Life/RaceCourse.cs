using PimBot.Application.Access;
using PimBot.Application.Activations;
using PimBot.Application.Approvals;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Approvals;
using PimBot.Domain.Audit;
using PimBot.Domain.Policies;
using PimBot.Scenarios.Model;
using PimBot.Testing;

namespace PimBot.Scenarios.Life;

/// <summary>Where people and passes meet at once, on one process or several, with everybody starting together.</summary>
internal sealed class RaceCourse(RaceStorage storage) : IAsyncDisposable
{
    public const int MostRunners = 400;

    private readonly WorkRecord record = new();
    private readonly List<PimProcess> processes = [];
    private readonly Random random = new(20260302);
    private UnreliableTarget? target;
    private int ran;

    public ManualTime Clock { get; } = new(Cast.Start);

    public UnreliableTarget Target => target ??= new UnreliableTarget(Clock);

    private PimProcess Any => processes[random.Next(processes.Count)];

    public async Task OpenAsync()
    {
        await storage.CreateAsync();
        for (var number = 0; number < storage.Processes; number++)
        {
            processes.Add(new PimProcess(storage.AddTo, Clock, Target, record));
        }

        await processes[0].CreateAsync(WithRunners());
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in processes)
        {
            await process.DisposeAsync();
        }

        await storage.DisposeAsync();
    }

    /// <summary>Somebody who is eligible for everything, and has not run yet.</summary>
    public PersonId NextRunner() => Runner(++ran);

    public async Task<ActivationRequest> AskAsync(PersonId person, RoleScope role, int minutes = 60) =>
        (await TryAsk(person, role, minutes)()).Value!;

    public Func<Task<Decision<ActivationRequest>>> TryAsk(
        PersonId person,
        RoleScope role,
        int minutes = 60,
        GrantId? extends = null
    )
    {
        var process = Any;
        var ask = new ActivationAsk { Duration = TimeSpan.FromMinutes(minutes), Justification = "race" };
        var command = new RequestActivationCommand(person, role, ask, extends);
        return () => process.Commit(work => RequestActivation.RunAsync(work, command, default));
    }

    public Func<Task<Decision<ActivationRequest>>> Decide(RequestId request, string by, Verdict verdict)
    {
        var process = Any;
        var command = new DecideActivationCommand(request, new PersonId(by), verdict, "race");
        return () => process.Commit(work => DecideActivation.RunAsync(work, command, default));
    }

    public Func<Task<Decision<ActivationRequest>>> Cancel(RequestId request, PersonId by)
    {
        var process = Any;
        return () => process.Commit(work => CancelActivation.RunAsync(work, request, by, default));
    }

    public async Task<ActivationRequest> VerifyAsync(RequestId request, PersonId person)
    {
        var proof = new VerificationProof(Clock.GetUtcNow(), "race");
        var verified = await Any.Commit(work => VerifyActivation.RunAsync(work, request, person, proof, default));
        return verified.Value!;
    }

    public Func<Task<Decision<Grant>>> End(GrantId grant, PersonId by)
    {
        var process = Any;
        return () => process.Commit(work => EndActivation.RunAsync(work, grant, by, default));
    }

    public Func<Task<bool>> Run(PassKind kind)
    {
        var process = Any;
        return async () => await process.Run(kind) > 0;
    }

    public Func<Task<bool>> Change(RolePolicy policy)
    {
        var process = Any;
        return () =>
            process.Commit(async work =>
            {
                await work.Directory.UpdateAsync(policy, default);
                return true;
            });
    }

    /// <summary>All of them at once.</summary>
    public static async Task<T[]> AtOnceAsync<T>(params IEnumerable<Func<Task<T>>> racers)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = racers
            .Select(racer =>
                Task.Run(async () =>
                {
                    await start.Task;
                    return await racer();
                })
            )
            .ToList();
        start.SetResult();
        return await Task.WhenAll(running);
    }

    public Task<ActivationRequest> RequestAsync(RequestId id) =>
        Any.Commit(async work => (await work.Requests.FindAsync(id, default))!);

    public Task<IReadOnlyList<ActivationRequest>> RequestsOfAsync(PersonId person) =>
        Any.Commit(work => work.Requests.OfAsync(person, 100, default));

    public Task<Grant?> GrantAsync(RequestId id) =>
        Any.Commit(work => work.Grants.FindAsync(new GrantId(id.Value), default));

    public async Task<IReadOnlyList<AuditAction>> AuditOfAsync(RequestId id) =>
        [.. (await Any.Commit(work => work.Audit.OfRequestAsync(id, default))).Select(entry => entry.Event.Action)];

    public async Task DeliverAsync()
    {
        while (await Any.Run(PassKind.Outbox) > 0) { }
    }

    /// <summary>Lets all end, then looks whether each grant came and went once and the audit holds.</summary>
    public async Task FinishAsync()
    {
        foreach (var days in new[] { 0, 2, 2 })
        {
            Clock.Advance(TimeSpan.FromDays(days));
            for (var round = 0; round < 10; round++)
            {
                foreach (var kind in Enum.GetValues<PassKind>())
                {
                    while (await Any.Run(kind) > 0) { }
                }
            }
        }

        var trail = await Any.Commit(work => work.Audit.ReadAsync(0, int.MaxValue, default));
        Assert.Null(AuditChain.FirstFault(trail, AuditChain.Beginning, 1));
        Assert.Empty(record.Faults);
        Assert.Empty(Target.Present);
        var granted = trail.Where(e => e.Event.Action is AuditAction.AccessGranted).Select(e => e.Event.Grant).ToList();
        Assert.Distinct(granted);
        Assert.All(granted, grant => Assert.Equal((1, 1), Target.EffectsOf(grant!.Value)));
    }

    private static PersonId Runner(int number) => new($"runner{number}");

    private static DirectoryContents WithRunners()
    {
        var runners = Enumerable.Range(1, MostRunners).Select(Runner).ToList();
        var eligible = runners.SelectMany(runner => Cast.Roles.Select(role => Cast.Eligible(runner.Value, role)));
        return Cast.Directory with
        {
            People =
            [
                .. Cast.Directory.People,
                .. runners.Select(runner => new Person
                {
                    Id = runner,
                    Name = runner.Value,
                    Kind = PersonKind.Member,
                }),
            ],
            Assignments = [.. Cast.Eligibilities, .. eligible],
        };
    }
}
