using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Approvals;
using PimBot.Domain.Audit;
using PimBot.Domain.Policies;

namespace PimBot.Scenarios.Administration.Model;

/// <summary>What the rules say to activations, as far as assignments and settings decide them.</summary>
internal sealed class ActivationReference(Realm realm, Guards guards, Passing passing)
{
    public HashSet<ReasonCode> Ask(Activation asked)
    {
        var against = Objections(asked);
        if (realm.Activations.Exists(a => a.IsPending && IsSame(a, asked)))
        {
            against.Add(ReasonCode.RequestAlreadyPending);
        }

        if (
            realm.Activations.Exists(a => a.CountsAt(realm.Now) && IsSame(a, asked))
            || realm
                .Assigned(asked.Person.Id)
                .Any(a => a.Role == asked.Access.Role && realm.Upwards(asked.Access.Scope).Contains(a.Scope))
        )
        {
            against.Add(ReasonCode.RoleAlreadyActive);
        }

        if (against.Count == 0)
        {
            realm.Activations.Add(asked);
            realm.Record(AuditAction.ActivationRequested);
            GoOn(asked);
        }

        return against;
    }

    public HashSet<ReasonCode> Verify(Activation asked, PersonId person)
    {
        if (person != asked.Person.Id)
        {
            return [ReasonCode.UnknownRequest];
        }

        if (asked.State is not RequestState.AwaitingVerification)
        {
            return [ReasonCode.NotAwaitingVerification];
        }

        if (realm.Now >= asked.VerifyBy)
        {
            return [ReasonCode.VerificationWindowPassed];
        }

        asked.Verified = true;
        realm.Record(AuditAction.VerificationPassed);
        Judge(asked);
        return [];
    }

    public HashSet<ReasonCode> Decide(Activation asked, PersonId decider, Verdict verdict, bool reason)
    {
        var settings = Settings(asked);
        if (realm.AreOneHuman(decider, asked.Person.Id))
        {
            return [ReasonCode.RequesterCannotDecide];
        }

        if (!MayDecide(asked, decider))
        {
            return
            [
                ReasonCode.UnknownRequest,
                ReasonCode.NotAnApprover,
                ReasonCode.AlreadyDecided,
                ReasonCode.NotAwaitingApproval,
            ];
        }

        if (asked.State is not RequestState.PendingApproval)
        {
            return [ReasonCode.AlreadyDecided, ReasonCode.NotAwaitingApproval, ReasonCode.UnknownRequest];
        }

        if (realm.Now >= asked.DecideBy)
        {
            return [ReasonCode.DecisionWindowPassed];
        }

        if (!reason && settings.IsDecisionReasonRequired)
        {
            return [ReasonCode.DecisionReasonRequired];
        }

        if (verdict is Verdict.Deny)
        {
            asked.State = RequestState.Denied;
            realm.Record(AuditAction.RequestDenied);
            return [];
        }

        asked.Approved = true;
        realm.Record(AuditAction.RequestApproved);
        Judge(asked);
        return [];
    }

    public bool MayDecide(Activation asked, PersonId decider) =>
        !realm.AreOneHuman(decider, asked.Person.Id)
        && realm.MayAct(decider)
        && (
            realm.Approvers(Settings(asked), asked.Access, asked.Person.Id).Contains(decider)
            || (asked.IsEscalated && realm.Managers(asked.Access).Contains(decider))
        );

    public HashSet<ReasonCode> Cancel(Activation asked, PersonId person)
    {
        if (person != asked.Person.Id && realm.Right(person, asked.Access) is not AdministrationRight.Manage)
        {
            return [ReasonCode.UnknownRequest];
        }

        if (!asked.IsPending)
        {
            return [ReasonCode.NothingToCancel];
        }

        asked.State = RequestState.Canceled;
        realm.Record(AuditAction.RequestCanceled);
        return [];
    }

    public HashSet<ReasonCode> End(Activation asked, PersonId person)
    {
        if (person != asked.Person.Id || !asked.CountsAt(realm.Now))
        {
            return [ReasonCode.NotActive];
        }

        var against = guards.Against(asked);
        against.Remove(ReasonCode.LastApprover);
        if (realm.Now < asked.From + TimeSpan.FromMinutes(5))
        {
            against.Add(ReasonCode.ActiveDurationTooShort);
        }

        if (against.Count == 0)
        {
            asked.State = RequestState.Revoked;
            realm.Record(AuditAction.AccessEnded);
        }

        return against;
    }

    /// <summary>The target gave access, unless something speaks against it by now.</summary>
    public void Provision(Activation asked)
    {
        if (Objections(asked).Count > 0 || Next(asked) is not RequestState.PendingProvisioning)
        {
            Fail(asked);
            return;
        }

        var ends = realm
            .EligibilitiesAt(asked.Person.Id, asked.Access)
            .Select(s => s.End ?? DateTimeOffset.MaxValue)
            .Max();
        var end = realm.Now.AddMinutes(asked.Minutes);
        realm.Record(AuditAction.AccessGranted);
        (asked.State, asked.From, asked.Until) = (RequestState.Provisioned, realm.Now, ends < end ? ends : end);
    }

    /// <summary>
    /// The settings of the nearest eligibility, made stricter by those of a narrower scope itself, and of what is under
    /// way by those of today.
    /// </summary>
    public ActivationPolicy Settings(Activation asked) =>
        asked.IsFrozen ? asked.Policy : Stricter(asked.Policy, Today(asked.Person.Id, asked.Access));

    public ActivationPolicy Today(PersonId person, RoleScope access)
    {
        var ground = Ground(person, access);
        var settings = realm.PolicyOf(ground).Activation;
        return ground != access && realm.Policies.TryGetValue(access, out var narrower)
            ? Stricter(settings, narrower.Activation)
            : settings;
    }

    /// <summary>The nearest scope of an eligibility, whose settings govern the activation.</summary>
    public RoleScope Ground(Activation asked) => Ground(asked.Person.Id, asked.Access);

    public static ActivationPolicy Stricter(ActivationPolicy then, ActivationPolicy now) =>
        now with
        {
            Require = then.Require | now.Require,
            Maximum = then.Maximum < now.Maximum ? then.Maximum : now.Maximum,
            Window = then.Window < now.Window ? then.Window : now.Window,
            IsDecisionReasonRequired = then.IsDecisionReasonRequired || now.IsDecisionReasonRequired,
            Approvers = now.Requires(ActivationRequirements.Approval) ? now.Approvers : then.Approvers,
        };

    private RoleScope Ground(PersonId person, RoleScope access) =>
        realm.EligibilitiesAt(person, access).FirstOrDefault()?.Access ?? access;

    private HashSet<ReasonCode> Objections(Activation asked)
    {
        var settings = Settings(asked);
        var person = realm.People[asked.Person.Id];
        var against = new HashSet<ReasonCode>();
        void If(bool broken, ReasonCode code)
        {
            if (broken)
            {
                against.Add(code);
            }
        }

        If(!person.Enabled, ReasonCode.PersonDisabled);
        If(person.Kind is PersonKind.ServiceAccount, ReasonCode.PersonKindNotAllowed);
        If(realm.EligibilitiesAt(person.Id, asked.Access).Count == 0, ReasonCode.NotEligible);
        If(asked.Minutes < 5, ReasonCode.DurationTooShort);
        If(asked.Minutes > settings.Maximum.TotalMinutes, ReasonCode.DurationTooLong);
        If(!asked.Reason && settings.Requires(ActivationRequirements.Justification), ReasonCode.JustificationRequired);
        If(settings.Requires(ActivationRequirements.Ticket), ReasonCode.TicketRequired);
        If(
            settings.Requires(ActivationRequirements.Approval)
                && !asked.Approved
                && !asked.IsEscalated
                && realm.Approvers(settings, asked.Access, person.Id).Count == 0,
            ReasonCode.NoApproverLeft
        );
        return against;
    }

    private void Judge(Activation asked)
    {
        if (Objections(asked).Count > 0)
        {
            Fail(asked);
        }
        else
        {
            GoOn(asked);
        }
    }

    private void Fail(Activation asked)
    {
        asked.State = RequestState.Failed;
        realm.Record(AuditAction.RequestFailed);
    }

    private void GoOn(Activation asked)
    {
        asked.State = Next(asked);
        if (asked.State is RequestState.AwaitingVerification)
        {
            asked.VerifyBy = realm.Now.AddMinutes(15);
        }
        else if (asked.State is RequestState.PendingProvisioning && !HasRoom(asked))
        {
            Fail(asked);
        }
        else if (asked.State is RequestState.PendingApproval)
        {
            (asked.AskedAt, asked.DecideBy) = (realm.Now, realm.Now + Settings(asked).Window);
        }
    }

    /// <summary>What is over makes room for the next, unless it must stay.</summary>
    private bool HasRoom(Activation asked)
    {
        var before = realm.Activations.Find(a => a.State is RequestState.Provisioned && IsSame(a, asked));
        if (before is not null && !before.CountsAt(realm.Now))
        {
            passing.Settle(before);
        }

        return before?.State is not RequestState.Provisioned;
    }

    private RequestState Next(Activation asked)
    {
        var settings = Settings(asked);
        return settings.RequiresVerification && !asked.Verified ? RequestState.AwaitingVerification
            : settings.Requires(ActivationRequirements.Approval) && !asked.Approved ? RequestState.PendingApproval
            : RequestState.PendingProvisioning;
    }

    private static bool IsSame(Activation one, Activation other) =>
        one.Person.Id == other.Person.Id && one.Access == other.Access;
}
