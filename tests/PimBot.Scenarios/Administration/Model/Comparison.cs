using PimBot.Application.Access;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Audit;

namespace PimBot.Scenarios.Administration.Model;

/// <summary>What must be the same in the product and in the model, and what must hold whatever happens.</summary>
internal sealed class Comparison(Stage stage)
{
    private readonly Realm realm = stage.Realm;

    /// <summary>Every change that the rules know of.</summary>
    private static readonly HashSet<AuditAction> Tracked =
    [
        AuditAction.DirectoryLoaded,
        AuditAction.ActivationRequested,
        AuditAction.VerificationPassed,
        AuditAction.RequestApproved,
        AuditAction.RequestDenied,
        AuditAction.RequestCanceled,
        AuditAction.RequestTimedOut,
        AuditAction.RequestFailed,
        AuditAction.ApprovalEscalated,
        AuditAction.AccessGranted,
        AuditAction.AccessEnded,
        AuditAction.AssignmentAdded,
        AuditAction.AssignmentChanged,
        AuditAction.AssignmentRemoved,
        AuditAction.AssignmentEnded,
        AuditAction.AssignmentRequested,
        AuditAction.AssignmentRequestApproved,
        AuditAction.AssignmentRequestDenied,
        AuditAction.AssignmentRequestCanceled,
        AuditAction.AssignmentRequestTimedOut,
        AuditAction.AssignmentRequestFailed,
        AuditAction.PolicyChanged,
        AuditAction.AccessElevated,
        AuditAction.ElevationEnded,
        AuditAction.SetUp,
    ];

    private const int AskedAtOnce = 4;

    private readonly Dictionary<AuditAction, int> audited = [];
    private HashSet<RoleId> manned = [];
    private bool isUnlooked;
    private string previousHash = AuditChain.Beginning;
    private long sequence;

    /// <summary>After each step: every assignment, every wish and every activation.</summary>
    public async Task StateAsync()
    {
        stage.Demand(
            stage.Service.Record.Faults.Count == 0,
            string.Join(Environment.NewLine, stage.Service.Record.Faults)
        );
        var (assignments, pending, activations, grants) = await stage.Service.Read(async work =>
            (
                await work.Assignments.ListAsync(new AssignmentFilter { WithEnded = true }, 1000, default),
                await work.AssignmentRequests.PendingAsync(1000, default),
                await work.Requests.PendingAsync(null, 1000, default),
                await work.Grants.ActivePageAsync(null, 1000, default)
            )
        );
        Same(
            "assignments",
            realm.Standings.Select(s => $"{s.Id} {s.Access} {s.Type} {s.To} until {s.End:O}"),
            assignments.Select(a => $"{a.Id} {a.Access} {a.Type} {a.Principal} until {a.End:O}")
        );
        Same(
            "what is assigned now",
            realm.Standings.Where(s => s.HoldsAt(realm.Now)).Select(s => $"{s}"),
            assignments.Where(a => a.HoldsAt(realm.Now)).Select(a => $"{realm.Standings.Find(s => s.Id == a.Id)}")
        );
        Same(
            "wishes",
            realm
                .Wishes.Where(w => w.WaitsFor is not null and not PendingReason.AnotherOwner)
                .Select(w => $"{w.Id} {w.Action} {w.WaitsFor}"),
            pending
                .Where(p => p.WaitsFor is not PendingReason.AnotherOwner)
                .Select(p => $"{p.Id} {p.Action} {p.WaitsFor}")
        );
        Same(
            "activations",
            realm.Activations.Where(a => a.IsPending).Select(a => Line(a, a.State, a.NextDue)),
            Lines(activations)
        );
        Same(
            "what is activated",
            realm.Activations.Where(a => a.State is RequestState.Provisioned).Select(a => $"{a.Id} until {a.Until:O}"),
            grants.Select(g => $"{g.Id} until {g.Until:O}")
        );
    }

    /// <summary>Now and then: what some people hold, may activate and may administer, as the product tells it.</summary>
    public async Task PeopleAsync()
    {
        var all = await stage.Service.Read(work => work.Requests.ListAsync(null, 1000, default));
        Same("all activations", realm.Activations.Select(a => Line(a, a.State, a.NextDue)), Lines(all));
        for (var count = 0; count < AskedAtOnce; count++)
        {
            var isElevated = count == 0 && realm.ElevatedUntil.Count > 0;
            var person = isElevated ? stage.Pick(realm.ElevatedUntil.Keys) : stage.Anybody();
            var places = new[] { stage.Pick(stage.Places), stage.Pick(stage.Places), stage.Pick(stage.Places) };
            var (held, eligible, rights) = await stage.Service.Read(async work =>
                (
                    await AccessReader.HeldAsync(work, person, default),
                    await AccessReader.EligibleAsync(work, person, default),
                    await RightsAsync(work, person, places)
                )
            );
            Same(
                $"what {person} holds",
                realm.Holds(person).Select(a => $"{a}"),
                held.Select(h => $"{new RoleScope(h.Role.Id, h.Scope.Id)}").Distinct()
            );
            Same(
                $"what {person} may activate",
                realm
                    .AssignedTo(person)
                    .Where(s => s.Type is AssignmentType.Eligible && s.HoldsAt(realm.Now))
                    .Select(s => $"{s.Access}")
                    .Distinct(),
                eligible.Select(e => $"{e.Access}")
            );
            Same($"what {person} may administer", places.Select(p => $"{p} {realm.Right(person, p)}"), rights);
        }
    }

    /// <summary>After the passes: somebody still administers, nothing outlives its ground, and the target holds just this.</summary>
    public async Task AtRestAsync()
    {
        isUnlooked = false;
        Manned();
        foreach (var activation in realm.Activations.Where(a => a.CountsAt(realm.Now)))
        {
            stage.Demand(
                realm.HasGround(activation) || stage.Passing.IsNeeded(activation),
                $"{activation} outlives its eligibility."
            );
        }

        var expected = realm
            .Activations.Where(a => a.CountsAt(realm.Now))
            .Select(a => (a.Id.Value, a.Access))
            .Concat(
                realm
                    .Standings.Where(s =>
                        s.CreatedAt is not null
                        && s.Type is AssignmentType.Active
                        && s.HoldsAt(realm.Now)
                        && s.To.Person is not null
                    )
                    .Select(s => (s.Id, s.Access))
            )
            .Select(p => $"{p}");
        var there = new List<string>();
        foreach (var person in realm.People.Keys)
        {
            there.AddRange(
                (await stage.Service.Table.HeldByAsync(person, default))
                    .Where(row =>
                        row.Person is not null
                        && !realm.Standings.Exists(s => s.Id == row.Grant.Value && s.CreatedAt is null)
                    )
                    .Select(row => $"{(row.Grant.Value, row.Access)}")
            );
        }

        Same("what the target holds", expected, there);
        foreach (var standing in realm.Standings.Where(s => s.CreatedAt is not null && s.To.Group is not null))
        {
            var gives = standing.Type is AssignmentType.Active && standing.HoldsAt(realm.Now);
            stage.Demand(
                gives == await stage.Service.Table.HoldsAsync(new GrantId(standing.Id), default),
                $"The target {(gives ? "lacks" : "still has")} {standing}."
            );
        }
    }

    /// <summary>Time passed that no pass looked at yet: who is over may be kept.</summary>
    public void TimePassed() => isUnlooked = true;

    /// <summary>Whoever is away now was taken by the directory.</summary>
    public void DirectoryChanged() => manned = isUnlooked ? [] : Administered();

    /// <summary>Somebody enabled still holds what somebody held; before the passes looked, it can't be said.</summary>
    public void Manned()
    {
        if (isUnlooked)
        {
            return;
        }

        var now = Administered();
        var lost = manned.Except(now).ToList();
        stage.Demand(lost.Count == 0, $"Nobody enabled holds {string.Join(", ", lost)} any more.");
        manned = now;
    }

    public async Task AuditAsync()
    {
        var entries = await stage.Service.Read(work => work.Audit.ReadAsync(sequence, 10_000, default));
        stage.Demand(
            AuditChain.FirstFault(entries, previousHash, sequence + 1) is null,
            "The chain of the audit is broken."
        );
        if (entries.Count > 0)
        {
            (sequence, previousHash) = (entries[^1].Sequence, entries[^1].Hash);
        }

        foreach (var action in entries.Select(e => e.Event.Action).Where(Tracked.Contains))
        {
            audited[action] = audited.GetValueOrDefault(action) + 1;
        }

        Same(
            "the audit",
            realm.Happened.Select(h => $"{h.Key}: {h.Value}"),
            audited.Select(a => $"{a.Key}: {a.Value}")
        );
    }

    private HashSet<RoleId> Administered() =>
        [.. WellKnownRoles.Guarded.Where(role => stage.Guards.Holders(role).Count > 0)];

    private static async Task<List<string>> RightsAsync(
        Application.Work.IPimUnitOfWork work,
        PersonId person,
        IEnumerable<RoleScope> places
    )
    {
        var facts = await AdministratorRights.FactsAsync(work, person, default);
        var rights = new List<string>();
        foreach (var place in places)
        {
            rights.Add($"{place} {await AdministratorRights.OverAsync(work, facts!, place, default)}");
        }

        return rights;
    }

    private IEnumerable<string> Lines(IEnumerable<ActivationRequest> requests) =>
        requests.Select(r => Line(realm.Activations.Find(known => known.Id == r.Id), r.State, r.NextDue));

    private static string Line(Activation? activation, RequestState state, DateTimeOffset? due) =>
        $"{activation?.Id} {activation}, {state} until {due:O}";

    private void Same(string what, IEnumerable<string> model, IEnumerable<string> product)
    {
        var (expected, seen) = (
            model.Order(StringComparer.Ordinal).ToList(),
            product.Order(StringComparer.Ordinal).ToList()
        );
        if (!expected.SequenceEqual(seen))
        {
            stage.Demand(
                false,
                $"In {what} the model has {Text(Minus(expected, seen))} and the product has {Text(Minus(seen, expected))}."
            );
        }
    }

    private static List<string> Minus(List<string> from, List<string> other)
    {
        var left = from.ToList();
        other.ForEach(o => left.Remove(o));
        return left;
    }

    private static string Text(IReadOnlyCollection<string> lines) =>
        lines.Count == 0 ? "nothing else" : string.Join(" | ", lines);
}
