using PimBot.Application.Access;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Audit;

namespace PimBot.Scenarios.Administration.Model;

/// <summary>What the directory, time and the background passes do.</summary>
internal sealed class WorldSteps(Stage stage)
{
    private readonly Realm realm = stage.Realm;

    public async Task EnableAsync()
    {
        var person = stage.Anybody();
        var changed = realm.People[person] with { Enabled = stage.Chance(60) };
        realm.People[person] = changed;
        await stage.Service.Commit(work => work.Directory.UpdateAsync(changed, default));
        stage.Note($"{person} is {(changed.Enabled ? "enabled" : "disabled")}");
    }

    public async Task ChangeGroupAsync()
    {
        var group = realm.Groups[stage.Pick(realm.Groups.Keys)];
        var person = stage.Anybody();
        var changed = stage.Chance(70)
            ? group with
            {
                Members = Toggled(group.Members, person),
            }
            : group with
            {
                Owners = Toggled(group.Owners, person),
            };
        realm.Groups[group.Id] = changed;
        await stage.Service.Commit(work => work.Directory.UpdateAsync(changed, default));
        stage.Note(
            $"{person} joins or leaves {group.Id}: {string.Join(',', changed.Members)} / {string.Join(',', changed.Owners)}"
        );
    }

    public void Wait()
    {
        var from = realm.Now;
        stage.Pass(
            stage.Random.Next(6) switch
            {
                0 => TimeSpan.FromMinutes(stage.Random.Next(1, 6)),
                1 => TimeSpan.FromMinutes(stage.Random.Next(5, 120)),
                2 => TimeSpan.FromHours(stage.Random.Next(1, 30)),
                3 when stage.Chance(50) => TimeSpan.FromDays(stage.Random.Next(1, 20)),
                _ => UntilSomethingIsDue(),
            }
        );
        stage.Note($"{realm.Now - from} pass");
    }

    public async Task SettleAsync()
    {
        foreach (
            var pass in new Func<Task>[]
            {
                WishesAsync,
                AssignmentsAsync,
                RequestsAsync,
                GrantsAsync,
                LostGroundAsync,
                EscalateAsync,
                OutboxAsync,
                // Whom access was given to may have made somebody dispensable.
                LostGroundAsync,
                OutboxAsync,
            }
        )
        {
            await pass();
        }
    }

    public Task SomePassAsync() =>
        stage.Random.Next(7) switch
        {
            0 => WishesAsync(),
            1 => AssignmentsAsync(),
            2 => RequestsAsync(),
            3 => GrantsAsync(),
            4 => LostGroundAsync(),
            5 => EscalateAsync(),
            _ => OutboxAsync(),
        };

    private async Task AssignmentsAsync()
    {
        await Service.DrainAsync(stage.Service.Assignments);
        var now = await stage.Service.Read(work =>
            work.Assignments.ListAsync(new AssignmentFilter { WithEnded = true }, 1000, default)
        );
        stage.Passing.Assignments(
            now.Where(a => a.KeptSince is not null && !a.IsOverAt(realm.Now)).Select(a => a.Id).ToHashSet()
        );
        stage.Note("pass: assignments");
    }

    private async Task WishesAsync()
    {
        await Service.DrainAsync(stage.Service.Wishes);
        foreach (var wish in stage.Passing.Wishes().Where(w => w.WaitsFor is PendingReason.AnotherOwner).ToList())
        {
            stage.Wishes.Retry(wish);
        }

        stage.Note("pass: wishes");
    }

    private async Task RequestsAsync()
    {
        await Service.DrainAsync(stage.Service.Requests);
        stage.Passing.Requests();
        stage.Note("pass: requests");
    }

    private async Task GrantsAsync()
    {
        await Service.DrainAsync(stage.Service.Grants);
        stage.Passing.Grants();
        stage.Note("pass: grants");
    }

    private async Task LostGroundAsync()
    {
        // The sweep says how many it looked at, so that it is never done; what ends may take others' ground.
        for (var round = 0; round < 3; round++)
        {
            await stage.Service.LostGround.RunOnceAsync(default);
            stage.Passing.EndLostGround(null);
        }

        stage.Note("pass: lost ground");
    }

    private async Task EscalateAsync()
    {
        await stage.Service.Escalation.RunOnceAsync(default);
        foreach (var asked in realm.Activations.Where(a => a.State is RequestState.PendingApproval))
        {
            if (
                !asked.IsEscalated
                && realm.Approvers(stage.Activations.Settings(asked), asked.Access, asked.Person.Id).Count == 0
            )
            {
                asked.IsEscalated = true;
                realm.Record(AuditAction.ApprovalEscalated);
            }
        }

        stage.Note("pass: escalation");
    }

    private async Task OutboxAsync()
    {
        await Service.DrainAsync(stage.Service.Outbox);
        foreach (var asked in realm.Activations.Where(a => a.State is RequestState.PendingProvisioning).ToList())
        {
            stage.Activations.Provision(asked);
        }

        stage.Note("pass: outbox");
    }

    private TimeSpan UntilSomethingIsDue()
    {
        var due = realm
            .Standings.SelectMany(s =>
                new[] { s.Start, s.End, s.End?.AddDays(-14), s.End?.AddDays(30), s.CreatedAt?.AddMinutes(5) }
            )
            .Concat(realm.Activations.SelectMany(a => new[] { a.Until, a.DecideBy, a.From?.AddMinutes(5) }))
            .Concat(realm.Wishes.Select(w => (DateTimeOffset?)w.DecideBy))
            .Concat(realm.ElevatedUntil.Values.Select(until => (DateTimeOffset?)until))
            .OfType<DateTimeOffset>()
            .Select(at => at.AddMicroseconds(stage.Random.Next(-1, 2)))
            .Where(at => at > realm.Now)
            .Order()
            .Take(6)
            .ToList();
        return due.Count == 0 ? TimeSpan.FromMinutes(1) : stage.Pick(due) - realm.Now;
    }

    private static List<PersonId> Toggled(IReadOnlyList<PersonId> people, PersonId person) =>
        people.Contains(person) ? [.. people.Where(p => p != person)] : [.. people, person];
}
