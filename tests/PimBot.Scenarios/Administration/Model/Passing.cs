using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Audit;
using PimBot.Domain.Policies;

namespace PimBot.Scenarios.Administration.Model;

/// <summary>What time does, whenever PimBot comes to look.</summary>
internal sealed class Passing(Realm realm, Guards guards)
{
    private static readonly TimeSpan UntilNextLook = TimeSpan.FromMinutes(15);

    /// <summary>Ends what is over, but keeps those without whom nobody would be left, and forgets what can't be renewed any more.</summary>
    /// <param name="kept">Whom the product kept: of several who end before anybody looks the rules don't say which.</param>
    public void Assignments(IReadOnlySet<Guid> kept)
    {
        // Who was let go was let go while all the others counted, eligible people with an activation among them.
        var over = realm.Standings.Where(s => !s.IsEnded && s.IsOverAt(realm.Now)).ToList();
        foreach (var standing in over.OrderBy(s => kept.Contains(s.Id)).ThenBy(s => s.Type is AssignmentType.Eligible))
        {
            Settle(standing);
        }

        foreach (
            var gone in realm.Standings.Where(s => s.IsEnded && realm.Now >= s.End + TimeSpan.FromDays(30)).ToList()
        )
        {
            realm.Standings.Remove(gone);
            foreach (var wish in realm.Wishes.Where(w => w.Of == gone && w.WaitsFor is not null))
            {
                wish.WaitsFor = null;
                realm.Record(AuditAction.AssignmentRequestFailed);
            }
        }
    }

    /// <summary>What time does is done before what somebody orders, whether or not a pass came to it.</summary>
    public void Settle(Standing standing)
    {
        if (standing.IsEnded || !standing.IsOverAt(realm.Now))
        {
            return;
        }

        if (IsNeeded(standing))
        {
            Keep(standing);
            return;
        }

        standing.IsEnded = true;
        realm.Record(AuditAction.AssignmentEnded);
        EndGroundOf(standing);
    }

    /// <summary>What an eligibility that is no more was the ground of.</summary>
    public void EndGroundOf(Standing lost)
    {
        var people = lost.To.Person is { } person ? [person] : realm.Members(lost.To.Group!.Value);
        EndLostGround(a => a.Access.Role == lost.Access.Role && people.Contains(a.Person.Id));
    }

    /// <summary>Closes what waited too long, and tries again what was the last owner's.</summary>
    public IEnumerable<Wish> Wishes()
    {
        foreach (var wish in realm.Wishes.Where(w => w.WaitsFor is not null).ToList())
        {
            if (wish.WaitsFor is PendingReason.AnotherOwner)
            {
                if (wish.RetryAt <= realm.Now)
                {
                    yield return wish;
                }
            }
            else if (realm.Now >= wish.DecideBy)
            {
                wish.WaitsFor = null;
                realm.Record(AuditAction.AssignmentRequestTimedOut);
            }
        }
    }

    public void Requests()
    {
        foreach (var asked in realm.Activations)
        {
            if (
                (asked.State is RequestState.AwaitingVerification && realm.Now >= asked.VerifyBy)
                || (asked.State is RequestState.PendingApproval && realm.Now >= asked.DecideBy)
            )
            {
                asked.State = RequestState.TimedOut;
                realm.Record(AuditAction.RequestTimedOut);
            }
        }
    }

    public void Grants()
    {
        foreach (
            var over in realm
                .Activations.Where(a => a.State is RequestState.Provisioned && realm.Now >= a.Until)
                .OrderBy(a => a.Until)
        )
        {
            Settle(over);
        }
    }

    /// <summary>The last holder's is kept; whoever asks for it again before anybody looked has it still.</summary>
    public void Settle(Activation over)
    {
        realm.CountsOverdue = true;
        var isNeeded = IsNeeded(over);
        realm.CountsOverdue = false;
        if (isNeeded)
        {
            over.Until = realm.Now + UntilNextLook;
        }
        else
        {
            over.State = RequestState.Revoked;
            realm.Record(AuditAction.AccessEnded);
        }
    }

    /// <summary>An activation ends with its eligibility, and with its holder.</summary>
    public void EndLostGround(Func<Activation, bool>? which)
    {
        var lost = realm
            .Activations.Where(a =>
                a.State is RequestState.Provisioned && (which?.Invoke(a) ?? true) && !realm.HasGround(a) && !IsNeeded(a)
            )
            .ToList();
        foreach (var activation in lost)
        {
            activation.State = RequestState.Revoked;
            realm.Record(AuditAction.AccessEnded);
        }
    }

    private void Keep(Standing standing)
    {
        standing.KeptSince ??= realm.Now;
        var isOwner = realm.Roles[standing.Access.Role].Kind is RoleKind.GroupOwner;
        standing.End =
            isOwner && realm.Now - standing.KeptSince >= TimeSpan.FromDays(30) ? null : realm.Now + UntilNextLook;
    }

    private bool IsNeeded(Standing over)
    {
        if (over.Type is not AssignmentType.Active)
        {
            return false;
        }

        var end = over.End;
        (over.End, realm.CountsOverdue) = (realm.Now + UntilNextLook, true);
        var lost = guards.Against(over, () => (over.End, over.IsEnded) = (end, true));
        (over.End, over.IsEnded, realm.CountsOverdue) = (end, false, false);
        return lost.Contains(ReasonCode.LastAdministrator) || lost.Contains(ReasonCode.LastGroupOwner);
    }

    /// <summary>Whether nobody else would be left; such an activation outlives its end, and its eligibility.</summary>
    public bool IsNeeded(Activation over)
    {
        var end = over.Until;
        over.Until = realm.Now + UntilNextLook;
        var lost = guards.Against(over);
        over.Until = end;
        return lost.Contains(ReasonCode.LastAdministrator) || lost.Contains(ReasonCode.LastGroupOwner);
    }
}
