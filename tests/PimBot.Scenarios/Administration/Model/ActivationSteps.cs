using PimBot.Application.Access;
using PimBot.Application.Activations;
using PimBot.Application.Approvals;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Approvals;

namespace PimBot.Scenarios.Administration.Model;

/// <summary>What people ask to activate, and what others say to it.</summary>
internal sealed class ActivationSteps(Stage stage)
{
    private readonly Realm realm = stage.Realm;

    public async Task ActivateAsync()
    {
        var (person, access) = Wanted();
        var asked = new Activation
        {
            Person = realm.People[person],
            Access = access,
            Minutes = stage.Pick([4, 5, 30, 30, 60, 60, 240, 500]),
            Reason = stage.Chance(85),
            CreatedAt = realm.Now,
            Policy = stage.Activations.Today(person, access),
        };
        var command = new RequestActivationCommand(
            person,
            access,
            new ActivationAsk
            {
                Duration = TimeSpan.FromMinutes(asked.Minutes),
                Justification = asked.Reason ? "mailbox migration" : null,
            }
        );
        var against = stage.Activations.Ask(asked);
        var done = await stage.Service.Commit(work => RequestActivation.RunAsync(work, command, default));
        if (!stage.Agree($"Activate {access} by {person} for {asked.Minutes} min", against, done.Refusal))
        {
            return;
        }

        asked.Id = done.Value!.Id;
        if (asked.State is RequestState.AwaitingVerification && stage.Chance(85))
        {
            await VerifyAsync(asked, person);
        }
    }

    public Task VerifyAsync() =>
        Pick(a => a.State is RequestState.AwaitingVerification) is { } asked
            ? VerifyAsync(asked, stage.Chance(90) ? asked.Person.Id : stage.Anybody())
            : Task.CompletedTask;

    public async Task DecideAsync()
    {
        if (Pick(a => a.State is RequestState.PendingApproval) is not { } asked)
        {
            await ActivateAsync();
            return;
        }

        var may = realm.People.Keys.Where(p => stage.Activations.MayDecide(asked, p)).ToList();
        var decider =
            may.Count > 0 && stage.Chance(65) ? stage.Pick(may)
            : stage.Chance(30) ? stage.Pick([.. realm.People.Keys.Where(p => realm.AreOneHuman(p, asked.Person.Id))])
            : stage.Anybody();
        var verdict = stage.Chance(75) ? Verdict.Approve : Verdict.Deny;
        var reason = stage.Chance(90);
        var command = new DecideActivationCommand(asked.Id, decider, verdict, reason ? "fine" : null);
        var done = await stage.Service.Commit(work => DecideActivation.RunAsync(work, command, default));
        var what = $"DecideActivation {verdict} by {decider} of {asked}";
        stage.Agree(what, stage.Activations.Decide(asked, decider, verdict, reason), done.Refusal);
    }

    public async Task CancelAsync()
    {
        if (Pick(a => a.IsPending) is not { } asked)
        {
            return;
        }

        var by = stage.Chance(50) ? asked.Person.Id : stage.Actor(asked.Access);
        var done = await stage.Service.Commit(work => CancelActivation.RunAsync(work, asked.Id, by, default));
        stage.Agree($"CancelActivation by {by} of {asked}", stage.Activations.Cancel(asked, by), done.Refusal);
    }

    public async Task EndAsync()
    {
        if (Pick(a => a.CountsAt(realm.Now)) is not { } asked)
        {
            await ActivateAsync();
            return;
        }

        var by = stage.Chance(90) ? asked.Person.Id : stage.Anybody();
        var id = new GrantId(asked.Id.Value);
        var done = await stage.Service.Commit(work => EndActivation.RunAsync(work, id, by, default));
        stage.Agree($"EndActivation by {by} of {asked}", stage.Activations.End(asked, by), done.Refusal);
    }

    private async Task VerifyAsync(Activation asked, PersonId by)
    {
        var proof = new VerificationProof(realm.Now, "test");
        var done = await stage.Service.Commit(work => VerifyActivation.RunAsync(work, asked.Id, by, proof, default));
        stage.Agree($"Verify by {by} of {asked}", stage.Activations.Verify(asked, by), done.Refusal);
    }

    /// <summary>Mostly what somebody is eligible for, there or below; sometimes anything.</summary>
    private (PersonId Person, RoleScope Access) Wanted()
    {
        var person = stage.Anybody();
        var eligible = realm
            .AssignedTo(person)
            .Where(s => s.Type is AssignmentType.Eligible && s.HoldsAt(realm.Now))
            .ToList();
        if (eligible.Count == 0 || stage.Chance(5))
        {
            return (person, stage.Pick(stage.Places));
        }

        var held = stage.Pick(eligible).Access;
        var below = stage
            .Places.Where(p => p.Role == held.Role && realm.Upwards(p.Scope).Contains(held.Scope))
            .ToList();
        return (person, stage.Chance(70) || below.Count == 0 ? held : stage.Pick(below));
    }

    private Activation? Pick(Func<Activation, bool> which)
    {
        var fitting = realm.Activations.Where(which).ToList();
        return fitting.Count > 0 && stage.Chance(95) ? stage.Pick(fitting)
            : realm.Activations.Count > 0 && stage.Chance(20) ? stage.Pick(realm.Activations)
            : null;
    }
}
