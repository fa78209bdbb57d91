using PimBot.Application.Access;
using PimBot.Application.Policies;
using PimBot.Domain.Access;
using PimBot.Domain.Audit;

namespace PimBot.Scenarios.Administration.Model;

/// <summary>What administrators do about settings and about administration itself.</summary>
internal sealed class OfficeSteps(Stage stage)
{
    private readonly Realm realm = stage.Realm;

    private DateTimeOffset Now => realm.Now;

    public async Task ChangePolicyAsync()
    {
        var asked = realm.Activations.Where(a => a.IsPending).ToList();
        var own = asked.FirstOrDefault(a => realm.Right(a.Person.Id, a.Access) is AdministrationRight.Manage);
        var pending = asked.Count > 0 && stage.Chance(60) ? own ?? stage.Pick(asked) : null;
        var access = pending is null ? stage.Place() : stage.Activations.Ground(pending);
        var policy = stage.Chance(70)
            ? PolicyMaker.Possible(stage.Random, realm, access)
            : PolicyMaker.Doubtful(stage.Random, realm, access);
        var version = realm.PolicyOf(access).Version;
        int? expected =
            stage.Chance(60) ? null
            : stage.Chance(80) ? version
            : version + 1;
        var change = new ChangePolicyCommand(
            pending is not null && stage.Chance(50) ? stage.SameHuman(pending.Person.Id) : stage.Actor(access),
            policy,
            expected
        );
        var against = stage.Policies.Change(change);
        var saved = await stage.Service.Commit(work => ChangePolicy.RunAsync(work, change, default));
        var what = $"ChangePolicy {access} by {change.Actor}: {policy.Activation.Maximum} {policy.Activation.Require}";
        if (stage.Agree(what, against, saved.Refusal))
        {
            realm.Record(AuditAction.PolicyChanged);
            stage.Policies.Save(change, saved.Value!.Version, stage.Activations);
        }
    }

    public async Task ElevateAsync()
    {
        var administrators = stage.Guards.Holders(WellKnownRoles.GlobalAdministrator);
        var actor = administrators.Count > 0 && stage.Chance(75) ? stage.Pick(administrators) : stage.Anybody();
        var duration = TimeSpan.FromMinutes(stage.Pick([4, 5, 60, 240, 480, 481]));
        var reason = stage.Chance(90) ? "incident" : null;
        var against = stage.Office.Elevate(actor, duration, reason);
        var elevated = await stage.Service.Commit(work => Elevate.RunAsync(work, actor, duration, reason, default));
        if (stage.Agree($"Elevate {actor} for {duration}", against, elevated.Refusal))
        {
            realm.Record(AuditAction.AccessElevated);
            realm.ElevatedUntil[actor] = Now + duration;
        }
    }

    public async Task EndElevationAsync()
    {
        var actor =
            realm.ElevatedUntil.Count > 0 && stage.Chance(80) ? stage.Pick(realm.ElevatedUntil.Keys) : stage.Anybody();
        var against = stage.Office.EndElevation(actor);
        var ended = await stage.Service.Commit(work => Elevate.EndAsync(work, actor, default));
        if (stage.Agree($"EndElevation {actor}", against, ended.Refusal))
        {
            realm.Record(AuditAction.ElevationEnded);
            realm.ElevatedUntil.Remove(actor);
        }
    }

    public async Task SetUpAsync()
    {
        var actor = stage.Actor(new RoleScope(WellKnownRoles.GlobalAdministrator, new ScopeId("/")));
        var against = stage.Office.SetUp(actor);
        var done = await stage.Service.Commit(work => SetUpService.RunAsync(work, actor, default));
        if (stage.Agree($"SetUp by {actor}", against, done.Refusal))
        {
            realm.Record(AuditAction.SetUp);
            realm.IsSetUp = true;
            await AdoptSetUpAsync(actor);
        }
    }

    /// <summary>The one who set up is Security and Privileged Role Administrator for good.</summary>
    private async Task AdoptSetUpAsync(PersonId actor)
    {
        foreach (var role in new[] { WellKnownRoles.SecurityAdministrator, WellKnownRoles.PrivilegedRoleAdministrator })
        {
            var access = new RoleScope(role, new ScopeId("/"));
            var made = (await stage.Service.Read(work => work.Assignments.ToAsync(role, default))).SingleOrDefault(a =>
                a.Person == actor && a.IsPermanent && a.Type is AssignmentType.Active && a.CreatedAt == Now
            );
            var held = realm
                .AssignedTo(actor)
                .Any(s => s.Access == access && s.Type is AssignmentType.Active && s.End is null && s.HoldsAt(Now));
            stage.Demand(held || made is not null, $"{actor} set up and did not become {role}.");
            if (made is not null && !realm.Standings.Exists(s => s.Id == made.Id))
            {
                realm.Record(AuditAction.AssignmentAdded);
                realm.Standings.Add(
                    new Standing
                    {
                        Id = made.Id,
                        To = Principal.Of(actor),
                        Access = access,
                        Type = AssignmentType.Active,
                        Start = Now,
                        CreatedAt = Now,
                    }
                );
            }
        }
    }
}
