using PimBot.Application.Access;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Audit;
using PimBot.Domain.Policies;

namespace PimBot.Scenarios.Administration.Model;

/// <summary>What the rules say to an order or a wish about an assignment: all that speaks against it.</summary>
internal sealed class AssignmentReference(Realm realm, Guards guards)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(5);

    public HashSet<ReasonCode> Order(AssignmentCommand order)
    {
        var existing = realm.Standings.Find(s => s.Id == order.Assignment);
        if (order.Assignment is not null && existing is null)
        {
            return [ReasonCode.UnknownAssignment];
        }

        var isOwn = order.Action is RequestAction.SelfExtend or RequestAction.SelfRenew;
        if (isOwn)
        {
            return OwnWish(order, existing!);
        }

        // What somebody may not even see is answered as if it were not there.
        var right = realm.Right(order.Actor, existing?.Access ?? order.Access!.Value);
        return existing is not null && right is AdministrationRight.None ? [ReasonCode.UnknownAssignment]
            : right is not AdministrationRight.Manage ? [ReasonCode.NotAdministrator]
            : Ordered(order, existing);
    }

    /// <summary>What waits for somebody instead of being done at once; null: nothing.</summary>
    public PendingReason? WaitsFor(AssignmentCommand order, Standing standing) =>
        order.Action is RequestAction.SelfExtend or RequestAction.SelfRenew ? PendingReason.AdministratorDecision
        : TouchesEmergency(order.Action, standing.To) ? PendingReason.SecondAdministrator
        : order.Action is RequestAction.AdminRemove && IsLastOwner(standing) ? PendingReason.AnotherOwner
        : null;

    /// <summary>Also through a group that one is a member of.</summary>
    public bool TouchesEmergency(RequestAction action, Principal to) =>
        (
            to.Person is { } person && realm.People.ContainsKey(person) ? [person]
            : to.Person is not null ? []
            : action is RequestAction.AdminAssign ? []
            : (IEnumerable<PersonId>)realm.Members(to.Group!.Value)
        ).Any(p => realm.People[p].Kind is PersonKind.Emergency);

    public bool IsLastOwner(Standing standing) =>
        Without(standing, s => s.End = realm.Now).Contains(ReasonCode.LastGroupOwner);

    /// <summary>What it makes of the assignment.</summary>
    public void Carry(RequestAction action, Standing standing, AssignmentAsk ask)
    {
        realm.Record(
            action switch
            {
                RequestAction.AdminRemove => AuditAction.AssignmentRemoved,
                RequestAction.AdminAssign => AuditAction.AssignmentAdded,
                _ => AuditAction.AssignmentChanged,
            }
        );
        if (action is RequestAction.AdminRemove)
        {
            realm.Standings.Remove(standing);
            return;
        }

        if (action is RequestAction.AdminAssign)
        {
            realm.Standings.Add(standing);
            standing.CreatedAt = realm.Now;
        }

        Shape(standing, ask, action is RequestAction.AdminAssign);
    }

    /// <summary>A start that has come means at once; what is not over keeps the start that it has.</summary>
    private void Shape(Standing standing, AssignmentAsk ask, bool isNew)
    {
        var keeps = !isNew && !standing.IsOverAt(realm.Now);
        standing.Start =
            ask.Start > realm.Now ? ask.Start
            : keeps ? standing.Start
            : realm.Now;
        (standing.Type, standing.End, standing.IsEnded, standing.KeptSince) = (ask.Type, ask.End, false, null);
    }

    private HashSet<ReasonCode> Ordered(AssignmentCommand order, Standing? existing)
    {
        if (existing is not null)
        {
            return Order(order.Action, existing, order.Ask, order.IsVerified, isNew: false);
        }

        var (access, to) = (order.Access!.Value, order.Principal!.Value);
        var known = to.Person is { } person
            ? realm.People.ContainsKey(person)
            : realm.Groups.ContainsKey(to.Group!.Value);
        return !known
            ? [ReasonCode.UnknownPrincipal]
            : Order(
                order.Action,
                new Standing
                {
                    To = to,
                    Access = access,
                    Type = order.Ask.Type,
                },
                order.Ask,
                order.IsVerified,
                isNew: true
            );
    }

    private HashSet<ReasonCode> OwnWish(AssignmentCommand wish, Standing of)
    {
        if (of.To.Person != wish.Actor)
        {
            return [ReasonCode.UnknownAssignment, ReasonCode.NotYours];
        }

        var against = realm.People[wish.Actor].Enabled ? [] : new HashSet<ReasonCode> { ReasonCode.PersonDisabled };
        var opens = of.End - TimeSpan.FromDays(14);
        if (wish.Action is RequestAction.SelfExtend && (opens is null || realm.Now < opens))
        {
            against.Add(ReasonCode.ExtensionTooEarly);
        }

        if (wish.Ask.Justification is null)
        {
            against.Add(ReasonCode.JustificationRequired);
        }

        if (IsAwaited(of))
        {
            against.Add(ReasonCode.AssignmentRequestPending);
        }

        against.UnionWith(
            Order(wish.Action, of, wish.Ask with { Justification = "given" }, isVerified: true, isNew: false)
        );
        // Whom it would crowd out, or take away, is judged with the decision.
        against.ExceptWith([
            ReasonCode.AssignmentExists,
            ReasonCode.LastAdministrator,
            ReasonCode.LastGroupOwner,
            ReasonCode.LastApprover,
        ]);
        return against;
    }

    public bool IsAwaited(Standing standing) => realm.Wishes.Exists(w => w.Of == standing && w.WaitsFor is not null);

    /// <summary>What somebody orders themselves: it must be there, in time, and nothing else may be waited for where it would wait.</summary>
    public HashSet<ReasonCode> Order(
        RequestAction action,
        Standing standing,
        AssignmentAsk ask,
        bool isVerified,
        bool isNew
    )
    {
        var against = new HashSet<ReasonCode>();
        void If(bool broken, ReasonCode code)
        {
            if (broken)
            {
                against.Add(code);
            }
        }

        var isOver = standing.IsOverAt(realm.Now);
        var isRenewal = action is RequestAction.AdminRenew or RequestAction.SelfRenew;
        If(!isNew && !isRenewal && isOver, ReasonCode.UnknownAssignment);
        If(isRenewal && !isOver, ReasonCode.StillRunning);
        If(isRenewal && realm.Now >= standing.End + TimeSpan.FromDays(30), ReasonCode.RenewalTooLate);
        if (action is RequestAction.AdminRemove)
        {
            If(realm.Now < standing.CreatedAt + Shortest, ReasonCode.AssignmentTooYoung);
            var lost = Without(standing, s => s.End = realm.Now);
            against.UnionWith(lost.Contains(ReasonCode.LastGroupOwner) ? [] : lost);
            return against;
        }

        If(
            action is RequestAction.AdminExtend or RequestAction.SelfExtend
                && (standing.End is null || ask.End <= standing.End),
            ReasonCode.NothingToChange
        );
        against.UnionWith(Change(standing, ask, isVerified, isNew));
        return against;
    }

    /// <summary>What the assignment becomes must be possible.</summary>
    public HashSet<ReasonCode> Change(Standing standing, AssignmentAsk ask, bool isVerified, bool isNew)
    {
        var against = new HashSet<ReasonCode>();
        void If(bool broken, ReasonCode code)
        {
            if (broken)
            {
                against.Add(code);
            }
        }

        var role = realm.Roles[standing.Access.Role];
        var assignee = standing.To.Person is { } id ? realm.People[id] : null;
        If(!Scope.Fits(role.Kind, realm.Scopes[standing.Access.Scope].Kind), ReasonCode.RoleDoesNotFitScope);
        If(assignee is { Enabled: false }, ReasonCode.PersonDisabled);
        If(
            assignee?.Kind is PersonKind.ServiceAccount && ask.Type is AssignmentType.Eligible,
            ReasonCode.ServiceAccountsAreActiveOnly
        );
        If(IsDouble(standing, ask.Type), ReasonCode.AssignmentExists);
        If(
            !isNew
                && ask.Type == standing.Type
                && ask.End == standing.End
                && !(ask.Start > realm.Now && ask.Start != standing.Start),
            ReasonCode.NothingToChange
        );
        against.UnionWith(Times(standing, ask, isNew));
        against.UnionWith(Demands(standing, ask, isVerified));
        if (!isNew)
        {
            against.UnionWith(Without(standing, s => Shape(s, ask, isNew)));
        }

        return against;
    }

    private bool IsDouble(Standing standing, AssignmentType type) =>
        realm.Standings.Exists(s =>
            s != standing
            && s.To == standing.To
            && s.Access == standing.Access
            && s.Type == type
            && !s.IsOverAt(realm.Now)
        );

    private IEnumerable<ReasonCode> Times(Standing standing, AssignmentAsk ask, bool isNew)
    {
        var limit = Settings(standing, ask.Type).Maximum;
        var begin =
            ask.Start > realm.Now ? ask.Start.Value
            : !isNew && standing.Start > realm.Now ? standing.Start.Value
            : realm.Now;
        if (ask.End <= realm.Now)
        {
            yield return ReasonCode.EndInPast;
        }

        if (ask.End - begin < Shortest)
        {
            yield return ReasonCode.AssignmentTooShort;
        }

        if (limit is not null && ask.End is null)
        {
            yield return ReasonCode.PermanentNotAllowed;
        }

        if (ask.End - begin > limit)
        {
            yield return ReasonCode.AssignmentTooLong;
        }
    }

    /// <summary>What whoever assigns must give.</summary>
    private IEnumerable<ReasonCode> Demands(Standing standing, AssignmentAsk ask, bool isVerified)
    {
        var demands = Settings(standing, ask.Type).Require;
        if (demands.HasFlag(ActivationRequirements.Mfa) && !isVerified)
        {
            yield return ReasonCode.AdministratorVerificationRequired;
        }

        if (demands.HasFlag(ActivationRequirements.Justification) && ask.Justification is null)
        {
            yield return ReasonCode.JustificationRequired;
        }
    }

    private AssignmentPolicy Settings(Standing standing, AssignmentType type)
    {
        var policy = realm.PolicyOf(standing.Access);
        return type is AssignmentType.Eligible ? policy.Eligible : policy.Active;
    }

    private HashSet<ReasonCode> Without(Standing standing, Action<Standing> happens)
    {
        var before = standing.Copy();
        try
        {
            return guards.Against(standing, () => happens(standing));
        }
        finally
        {
            (standing.Type, standing.Start, standing.End) = (before.Type, before.Start, before.End);
            (standing.KeptSince, standing.IsEnded) = (before.KeptSince, before.IsEnded);
        }
    }
}
