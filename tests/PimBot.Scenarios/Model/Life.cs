using PimBot.Application.Access;
using PimBot.Application.Activations;
using PimBot.Application.Approvals;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;
using PimBot.Testing;

namespace PimBot.Scenarios.Model;

/// <summary>One random life, lived by the product and by the model; after each step the two are compared.</summary>
internal sealed class Life : IAsyncDisposable
{
    private readonly string file;
    private readonly ManualTime clock = new(Cast.Start);
    private readonly UnreliableTarget target;
    private readonly WorkRecord record = new();
    private readonly ReferenceModel model = new();
    private readonly HashSet<string> reached = [];
    private readonly Adoption adoption;
    private readonly LifeChecks checks;
    private PimProcess process;

    private Life(string file)
    {
        this.file = file;
        target = new UnreliableTarget(clock) { Meanwhile = CancelAsync };
        adoption = new Adoption(model);
        checks = new LifeChecks(model, target, record);
        process = new PimProcess(file, clock, target, record);
    }

    private DateTimeOffset Now => clock.GetUtcNow();

    /// <returns>What the life came to: states, reasons of failures, moods of the target that were felt.</returns>
    public static async Task<IReadOnlySet<string>> PlayAsync(TestFolder folder, IEnumerable<Step> steps)
    {
        await using var life = new Life(folder.NewDatabase());
        var trail = new List<Step>();
        try
        {
            foreach (var step in steps)
            {
                trail.Add(step);
                await life.DoAsync(step);
            }

            trail.Add(new Step.Target(TargetMood.Works));
            await life.RunOutAsync();
            return life.reached;
        }
        catch (Exception failure)
        {
            throw new LifeBrokenException(
                $"{failure}{Environment.NewLine}At {life.Now:O}, after{Environment.NewLine}"
                    + string.Join(Environment.NewLine, trail)
            );
        }
    }

    public async ValueTask DisposeAsync()
    {
        await process.DisposeAsync();
        TestFolder.Delete(file);
    }

    private async Task DoAsync(Step step)
    {
        switch (step)
        {
            case Step.Activate s:
                await AskAsync(new PersonId(s.Person), s.Role, s.Minutes, s.StartInMinutes, s.Reason, s.Ticket, null);
                break;
            case Step.Extend s when Pick(model.Grants, s.Grant, g => g.CountsAt(Now)) is { } grant:
                await AskAsync(
                    Who(s.Person, grant.Request),
                    grant.Request.Role,
                    s.Minutes,
                    null,
                    s.Reason,
                    s.Ticket,
                    grant
                );
                break;
            case Step.Decide s
                when Pick(model.Requests, s.Request, r => r.State is RequestState.PendingApproval) is { } request:
                await DecideAsync(s, request);
                break;
            case Step.Cancel s when Pick(model.Requests, s.Request, r => r.IsPending) is { } request:
                await CancelAsync(request, Who(s.Person, request));
                break;
            case Step.End s when Pick(model.Grants, s.Grant, g => g.CountsAt(Now)) is { } grant:
                await EndAsync(grant, Who(s.Person, grant.Request));
                break;
            case Step.Verify s
                when Pick(model.Requests, s.Request, r => r.State is RequestState.AwaitingVerification) is { } request:
                await VerifyAsync(s, request);
                break;
            case Step.Wait s:
                clock.Advance(s.For);
                break;
            case Step.WaitUntilDue s:
                WaitUntilDue(s);
                break;
            case Step.Pass s:
                await PassAsync(s.Kind);
                break;
            case Step.Restart:
                await RestartAsync();
                break;
            case Step.Target s:
                target.Mood = s.Mood;
                break;
            default:
                await DirectoryChange.ApplyAsync(step, model.Directory, process, Now);
                break;
        }

        checks.Compare(await SnapshotAsync(), Now);
    }

    private async Task AskAsync(
        PersonId person,
        RoleScope role,
        int minutes,
        int? startInMinutes,
        bool reason,
        bool ticket,
        ModelGrant? extends
    )
    {
        var request = new ModelRequest
        {
            Person = model.Directory.People[person],
            Role = role,
            Minutes = minutes,
            Start = startInMinutes is { } inMinutes ? Now.AddMinutes(inMinutes) : null,
            Reason = reason,
            Ticket = ticket,
            Policy = model.Directory.Policies[role].Activation,
            CreatedAt = Now,
            Extends = extends,
        };
        var command = new RequestActivationCommand(
            request.Person.Id,
            role,
            new ActivationAsk
            {
                Duration = TimeSpan.FromMinutes(minutes),
                Start = request.Start,
                Justification = reason ? "mailbox migration" : null,
                Ticket = ticket ? new Ticket("INC-1234") : null,
            },
            extends?.Id
        );
        var asked = await process.Commit(work => RequestActivation.RunAsync(work, command, default));
        request.Id = asked.Value?.Id ?? default;
        Same(model.Ask(request, Now), asked.Refusal);
    }

    private async Task DecideAsync(Step.Decide step, ModelRequest request)
    {
        var command = new DecideActivationCommand(
            request.Id,
            new PersonId(step.Person),
            step.Verdict,
            step.Reason ? "fine" : "\u200B"
        );
        var decided = await process.Commit(work => DecideActivation.RunAsync(work, command, default));
        Same(model.Decide(request, command.Decider, step.Verdict, step.Reason, Now), decided.Refusal);
    }

    private async Task CancelAsync(ModelRequest request, PersonId person)
    {
        var canceled = await process.Commit(work => CancelActivation.RunAsync(work, request.Id, person, default));
        Same(model.Cancel(request, person), canceled.Refusal);
    }

    private async Task CancelAsync(GrantId grant)
    {
        var request = model.Requests.Find(r => r.Id.Value == grant.Value)!;
        await CancelAsync(request, request.Person.Id);
    }

    private async Task EndAsync(ModelGrant grant, PersonId person)
    {
        var ended = await process.Commit(work => EndActivation.RunAsync(work, grant.Id, person, default));
        Same(model.End(grant, person, Now), ended.Refusal);
    }

    private async Task VerifyAsync(Step.Verify step, ModelRequest request)
    {
        DateTimeOffset? at = step.AgeSeconds is { } age ? Now.AddSeconds(-age) : null;
        var proof = at is { } instant ? new VerificationProof(instant, "test") : null;
        var person = Who(step.Person, request);
        var verified = await process.Commit(work =>
            VerifyActivation.RunAsync(work, request.Id, person, proof, default)
        );
        Same(model.Verify(request, person, at, Now), verified.Refusal);
    }

    private void WaitUntilDue(Step.WaitUntilDue step)
    {
        var instants = model
            .Requests.Where(r => r.IsPending)
            .SelectMany(r => new[] { r.VerifyBy, r.DecideBy, r.Start })
            .Concat(
                model
                    .Grants.Where(g => g.State is GrantState.Active)
                    .SelectMany(g => new[] { g.From?.AddMinutes(5), g.Until })
            )
            .Concat(model.Directory.Eligibilities.SelectMany(e => new[] { e.Start, e.End }))
            .OfType<DateTimeOffset>()
            .Select(instant => instant.AddMicroseconds(step.Microseconds))
            .Where(instant => instant > Now && instant < Now.AddDays(30))
            .Distinct()
            .Order()
            .ToList();
        if (instants.Count > 0)
        {
            clock.Advance(instants[step.Instant % instants.Count] - Now);
        }
    }

    private async Task PassAsync(PassKind kind)
    {
        var began = Now;
        switch (kind)
        {
            case PassKind.Requests:
                model.RequestsFallDue(Now);
                await process.Run(kind);
                return;
            case PassKind.Grants:
                model.GrantsFallDue(Now);
                await process.Run(kind);
                return;
        }

        using var death = new CancellationTokenSource();
        target.Death = death;
        try
        {
            await process.Run(kind, death.Token);
        }
        catch (OperationCanceledException) when (death.IsCancellationRequested)
        {
            await RestartAsync();
        }

        var died = death.IsCancellationRequested;
        var calls = target.TakeCalls();
        if (calls.Count > 0)
        {
            reached.Add($"{target.Mood}");
        }

        target.Mood = died ? TargetMood.Works : target.Mood;
        adoption.Adopt(await SnapshotAsync(), calls, began, Now, died);
    }

    private async Task RestartAsync()
    {
        await process.DisposeAsync();
        process = new PimProcess(file, clock, target, record);
    }

    /// <summary>The target works again: everything comes to rest, then to its end.</summary>
    private async Task RunOutAsync()
    {
        target.Mood = TargetMood.Works;
        await SettleAsync();
        foreach (var days in new[] { 1, 7, 7 })
        {
            clock.Advance(TimeSpan.FromDays(days));
            await SettleAsync();
        }

        await checks.AfterwardsAsync(process);
        foreach (var request in model.Requests)
        {
            reached.Add($"{request.State}");
            reached.UnionWith(request.FailedFor.Select(code => $"{code}"));
            reached.UnionWith(request.Verified ? ["verified"] : []);
            reached.UnionWith(request.Approved ? ["approved"] : []);
            reached.UnionWith(request is { Extends: not null, Grant: not null } ? ["extended"] : []);
        }
    }

    private async Task SettleAsync()
    {
        for (var round = 0; round < 20; round++)
        {
            foreach (var kind in Enum.GetValues<PassKind>())
            {
                await PassAsync(kind);
            }

            if ((await process.Read(work => work.Outbox.BacklogAsync(1, default))).Owed == 0)
            {
                var seen = await SnapshotAsync();
                checks.Compare(seen, Now);
                await checks.AtRestAsync(process, seen, Now);
                return;
            }

            clock.Advance(TimeSpan.FromMinutes(7));
        }

        throw new LifeBrokenException("The target works again, and something is still owed.");
    }

    private Task<Snapshot> SnapshotAsync() =>
        Snapshot.TakeAsync(process, model.Requests.Select(r => r.Person.Id).ToHashSet());

    private static PersonId Who(string? person, ModelRequest request) =>
        person is null ? request.Person.Id : new PersonId(person);

    private static T? Pick<T>(List<T> all, int which, Predicate<T> isMeant)
        where T : class =>
        all.Count == 0
            ? null
            : all.AsEnumerable().Reverse().OrderByDescending(one => isMeant(one)).ElementAt(which % all.Count);

    private static void Same(Expected expected, Refusal? refusal)
    {
        if (!expected.Is(refusal))
        {
            throw new LifeBrokenException(
                $"By the rules it is {expected}; the product said {refusal?.ToString() ?? "yes"}."
            );
        }
    }
}
