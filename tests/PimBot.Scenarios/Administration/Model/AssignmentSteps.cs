using PimBot.Application.Access;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Approvals;
using PimBot.Domain.Audit;

namespace PimBot.Scenarios.Administration.Model;

/// <summary>What people order and wish about assignments, settings and administration itself.</summary>
internal sealed class AssignmentSteps(Stage stage)
{
    private static readonly AssignmentType[] Kinds = [AssignmentType.Eligible, AssignmentType.Active];

    private readonly Realm realm = stage.Realm;

    private DateTimeOffset Now => realm.Now;

    public Task AssignAsync()
    {
        var access = stage.Chance(3)
            ? new RoleScope(stage.Pick(realm.Roles.Keys), stage.Pick(realm.Scopes.Keys))
            : stage.Place();
        var isOfGroup = realm.Roles[access.Role].Kind is RoleKind.GroupMember or RoleKind.GroupOwner;
        var to =
            stage.Chance(1) ? Principal.Of(new PersonId("nobody"))
            : !isOfGroup && stage.Chance(20) ? Principal.Of(stage.Pick(realm.Groups.Keys))
            : Principal.Of(stage.Anybody());
        return OrderAsync(
            new AssignmentCommand
            {
                Action = RequestAction.AdminAssign,
                Actor = stage.Actor(access),
                Principal = to,
                Access = access,
                Ask = Ask(stage.Chance(50) ? AssignmentType.Eligible : AssignmentType.Active),
                IsVerified = stage.Chance(80),
            },
            null
        );
    }

    public Task ChangeAsync(RequestAction action) =>
        Existing(action) is { } standing ? ChangeAsync(action, standing) : Task.CompletedTask;

    /// <summary>At the last moment, or a moment too late.</summary>
    public Task RenewLateAsync()
    {
        var over = realm.Standings.Where(s => s.IsOverAt(Now) && s.End < Now.AddDays(-5)).ToList();
        if (over.Count == 0)
        {
            return Task.CompletedTask;
        }

        var standing = stage.Pick(over);
        var wait = standing.End!.Value.AddDays(30).AddMicroseconds(stage.Random.Next(-1, 2)) - Now;
        if (wait > TimeSpan.Zero)
        {
            stage.Pass(wait);
            stage.Note($"{wait} pass");
        }

        return ChangeAsync(stage.Chance(50) ? RequestAction.SelfRenew : RequestAction.AdminRenew, standing);
    }

    private Task ChangeAsync(RequestAction action, Standing standing)
    {
        var isOwn = action is RequestAction.SelfExtend or RequestAction.SelfRenew;
        var actor =
            isOwn && standing.To.Person is { } holder && stage.Chance(90) ? holder
            : isOwn ? stage.Anybody()
            : stage.Actor(standing.Access);
        var other = standing.Type is AssignmentType.Eligible ? AssignmentType.Active : AssignmentType.Eligible;
        var type = action is RequestAction.AdminUpdate && stage.Chance(50) ? other : standing.Type;
        return OrderAsync(
            new AssignmentCommand
            {
                Action = action,
                Actor = actor,
                Assignment = stage.Chance(99) ? standing.Id : Guid.NewGuid(),
                Ask = Ask(type),
                IsVerified = stage.Chance(80),
            },
            standing
        );
    }

    public async Task MakeRolePermanentAsync()
    {
        var access = stage.Place();
        var actor = stage.Actor(access);
        var isVerified = stage.Chance(80);
        var outcomes = await stage.Service.Commit(work =>
            MakeRolePermanent.RunAsync(work, actor, access, "roll back", isVerified, default)
        );
        var meant = realm
            .Standings.Where(s => s.Access == access && s.Type is AssignmentType.Eligible && !s.IsOverAt(Now))
            .Select(s => s.Id)
            .ToHashSet();
        stage.Demand(
            outcomes.Count == 0 || meant.SetEquals(outcomes.Select(o => o.Eligible.Id)),
            $"MakeRolePermanent of {access} was about something else than its eligible assignments."
        );
        stage.Note($"MakeRolePermanent {access} by {actor}: {outcomes.Count}");
        foreach (var (eligible, outcome) in outcomes)
        {
            var standing = realm.Standings.Find(s => s.Id == eligible.Id)!;
            var order = new AssignmentCommand
            {
                Action = RequestAction.AdminUpdate,
                Actor = actor,
                Assignment = standing.Id,
                Ask = new AssignmentAsk { Type = AssignmentType.Active, Justification = "roll back" },
                IsVerified = isVerified,
            };
            Ordered(order, standing, outcome.Value, outcome.Refusal);
        }
    }

    public async Task DecideAsync()
    {
        if (AWish() is not { } wish)
        {
            return;
        }

        var instead =
            wish.WaitsFor is PendingReason.AdministratorDecision && stage.Chance(40) ? Ask(stage.Pick(Kinds)) : null;
        var decision = new DecideAssignmentRequestCommand(
            wish.Id,
            stage.Chance(25)
                ? stage.SameHuman(stage.Chance(50) ? wish.By : wish.Of.To.Person ?? wish.By)
                : stage.Actor(wish.Of.Access),
            stage.Chance(75) ? Verdict.Approve : Verdict.Deny,
            stage.Chance(93) ? "fine" : null,
            instead,
            stage.Chance(90)
        );
        var against = stage.Wishes.Decide(wish, decision);
        var becomes = WishReference.Decided(wish, decision);
        var isLastOwner =
            decision.Verdict is Verdict.Approve
            && wish.Action is RequestAction.AdminRemove
            && stage.Assignments.IsLastOwner(wish.Of);
        var decided = await stage.Service.Commit(work => DecideAssignmentRequest.RunAsync(work, decision, default));
        var what = $"Decide[{wish.WaitsFor}] {decision.Verdict} by {decision.Decider} of {wish} instead {instead}";
        if (!stage.Agree(what, against, decided.Refusal))
        {
            return;
        }

        wish.WaitsFor = null;
        realm.Record(
            decision.Verdict is Verdict.Approve
                ? AuditAction.AssignmentRequestApproved
                : AuditAction.AssignmentRequestDenied
        );
        if (isLastOwner)
        {
            (wish.WaitsFor, wish.DecideBy, wish.RetryAt) = (
                PendingReason.AnotherOwner,
                Now.AddDays(30),
                Now.AddHours(1)
            );
        }
        else if (decision.Verdict is Verdict.Approve)
        {
            Carry(wish.Action, wish.Of, becomes);
        }
    }

    public async Task CancelAsync()
    {
        if (AWish() is not { } wish)
        {
            return;
        }

        var by = stage.Chance(40) ? wish.By : stage.Actor(wish.Of.Access);
        var against = stage.Wishes.Cancel(wish, by);
        var canceled = await stage.Service.Commit(work => CancelAssignmentRequest.RunAsync(work, wish.Id, by, default));
        if (stage.Agree($"CancelWish of {wish} by {by}", against, canceled.Refusal))
        {
            realm.Record(AuditAction.AssignmentRequestCanceled);
            wish.WaitsFor = null;
        }
    }

    private async Task OrderAsync(AssignmentCommand order, Standing? standing)
    {
        var ordered = await stage.Service.Commit(work => ChangeAssignment.RunAsync(work, order, default));
        Ordered(order, standing, ordered.Value, ordered.Refusal);
    }

    private void Ordered(
        AssignmentCommand order,
        Standing? standing,
        AssignmentRequest? request,
        Domain.Policies.Refusal? refusal
    )
    {
        var isNew = standing is null;
        if (standing is not null && order.Assignment == standing.Id)
        {
            stage.Passing.Settle(standing);
        }

        standing ??= new Standing
        {
            To = order.Principal!.Value,
            Access = order.Access!.Value,
            Type = order.Ask.Type,
        };
        var what =
            $"{order.Action} by {order.Actor} of {standing} to {order.Ask.Type} [{order.Ask.Start:s}–{order.Ask.End:s}]";
        var against = stage.Assignments.Order(order);
        var waitsFor = stage.Assignments.WaitsFor(order, standing);
        if (against.Count == 0 && waitsFor is not null && stage.Assignments.IsAwaited(standing))
        {
            against.Add(Domain.Policies.ReasonCode.AssignmentRequestPending);
        }

        if (!stage.Agree(what, against, refusal))
        {
            return;
        }

        if (isNew)
        {
            standing.Id = request!.Assignment;
        }

        stage.Demand(
            waitsFor == request!.WaitsFor,
            $"{what}: by the rules it waits for {waitsFor}; in the product for {request.WaitsFor}."
        );
        if (waitsFor is null)
        {
            Carry(order.Action, standing, order.Ask);
            return;
        }

        stage.Count($"waits for {waitsFor}");
        realm.Record(AuditAction.AssignmentRequested);
        realm.Wishes.Add(
            new Wish
            {
                Id = request.Id,
                Action = order.Action,
                By = order.Actor,
                Of = standing,
                Ask = order.Ask,
                WaitsFor = waitsFor,
                DecideBy = Now.AddDays(30),
                RetryAt = waitsFor is PendingReason.AnotherOwner ? Now.AddHours(1) : null,
            }
        );
    }

    /// <summary>It is done; what else was wished for this assignment is void.</summary>
    private void Carry(RequestAction action, Standing standing, AssignmentAsk ask)
    {
        var wasGround = standing.Type is AssignmentType.Eligible;
        stage.Assignments.Carry(action, standing, ask);
        foreach (var wish in realm.Wishes.Where(w => w.Of == standing && w.WaitsFor is not null))
        {
            wish.WaitsFor = null;
            realm.Record(AuditAction.AssignmentRequestCanceled);
        }

        if (wasGround && action is not RequestAction.AdminAssign)
        {
            stage.Passing.EndGroundOf(standing);
        }
    }

    private AssignmentAsk Ask(AssignmentType type)
    {
        DateTimeOffset? start =
            stage.Chance(85) ? null
            : stage.Chance(80) ? Now.AddHours(stage.Random.Next(1, 100))
            : Now.AddHours(-1);
        return new AssignmentAsk
        {
            Type = type,
            Start = start,
            End = stage.Random.Next(8) switch
            {
                0 or 1 => null,
                2 => (start ?? Now).AddMinutes(stage.Random.Next(3, 9)),
                3 => (start ?? Now).AddHours(stage.Random.Next(1, 48)),
                4 => Now.AddHours(-1),
                _ => (start ?? Now).AddDays(stage.Random.Next(1, 70)),
            },
            Justification = stage.Chance(85) ? "because" : null,
        };
    }

    private Standing? Existing(RequestAction action)
    {
        var fits = action switch
        {
            RequestAction.AdminRenew => realm.Standings.Where(s => s.IsOverAt(Now)),
            RequestAction.SelfRenew => realm.Standings.Where(s => s.To.Person is not null && s.IsOverAt(Now)),
            RequestAction.SelfExtend => realm.Standings.Where(s =>
                s.To.Person is not null && s.End < Now.AddDays(15) && !s.IsOverAt(Now)
            ),
            _ when stage.Chance(20) => realm.Standings.Where(s =>
                s.Access.Role == WellKnownRoles.GlobalAdministrator
                && s.To.Person is { } person
                && realm.ElevatedUntil.ContainsKey(person)
            ),
            _ when stage.Chance(60) => realm.Standings.Where(s => !s.IsOverAt(Now)),
            _ => realm.Standings.Where(s =>
                WellKnownRoles.Guarded.Contains(s.Access.Role)
                || realm.Roles[s.Access.Role].Kind is RoleKind.GroupOwner or RoleKind.GroupMember
            ),
        };
        var fitting = fits.ToList();
        return realm.Standings.Count == 0 ? null
            : fitting.Count > 0 && stage.Chance(85) ? stage.Pick(fitting)
            : stage.Pick(realm.Standings);
    }

    private Wish? AWish()
    {
        var waiting = realm.Wishes.Where(w => w.WaitsFor is not null).ToList();
        return waiting.Count > 0 && stage.Chance(92) ? stage.Pick(waiting)
            : realm.Wishes.Count > 0 ? stage.Pick(realm.Wishes)
            : null;
    }
}
