using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Approvals;
using PimBot.Domain.Policies;

namespace PimBot.Scenarios.Model;

/// <summary>PIM's rules of a request's life, written once more and as plainly as possible. Knows no storage, no outbox and no retries.</summary>
internal sealed class ReferenceModel
{
    private readonly ModelRules rules;

    public ReferenceModel() => rules = new ModelRules(Directory);

    public ModelDirectory Directory { get; } = new();

    public List<ModelRequest> Requests { get; } = [];

    public List<ModelGrant> Grants { get; } = [];

    public Expected Ask(ModelRequest request, DateTimeOffset now)
    {
        var pending = Requests.Exists(r => r.IsPending && r.Person.Id == request.Person.Id && r.Role == request.Role);
        if (
            request.Extends is { } running
            && (running.Request.Person.Id != request.Person.Id || !running.CountsAt(now))
        )
        {
            return ReasonCode.NotActive;
        }

        if (pending)
        {
            return request.Extends is null ? ReasonCode.RequestAlreadyPending : ReasonCode.ExtensionPending;
        }

        if (request.Extends is { } shorter && EndOfExtension(request, now) <= shorter.Until)
        {
            return ReasonCode.ExtensionNotLonger;
        }

        var begin = request.Start > now ? request.Start : now;
        if (request.Extends is null && Open(request) is { } open && !(begin >= open.Until))
        {
            return ReasonCode.RoleAlreadyActive;
        }

        var broken = rules.Broken(request, request.Policy, now);
        if (broken.Count > 0)
        {
            return new Expected(broken);
        }

        Requests.Add(request);
        GoOn(request, request.Policy, now);
        return Expected.Allowed;
    }

    public Expected Verify(ModelRequest request, PersonId person, DateTimeOffset? proof, DateTimeOffset now)
    {
        if (person != request.Person.Id)
        {
            return ReasonCode.UnknownRequest;
        }

        if (request.State is not RequestState.AwaitingVerification)
        {
            return ReasonCode.NotAwaitingVerification;
        }

        if (proof is null)
        {
            return ReasonCode.VerificationNotPassed;
        }

        if (now >= request.VerifyBy)
        {
            return ReasonCode.VerificationWindowPassed;
        }

        if (proof < request.CreatedAt || proof > now)
        {
            return ReasonCode.VerificationStale;
        }

        request.Verified = true;
        Judge(request, now);
        return Expected.Allowed;
    }

    public Expected Decide(ModelRequest request, PersonId person, Verdict verdict, bool reason, DateTimeOffset now)
    {
        var policy = rules.StricterOf(request);
        var isApprover =
            policy.Requires(ActivationRequirements.Approval)
            && Directory.WhoApproves(policy, request.Person).Contains(person);
        ReasonCode? refusal =
            ModelDirectory.AreOneHuman(person, request.Person.Id) ? ReasonCode.RequesterCannotDecide
            : !isApprover && !request.Asked.Contains(person) ? ReasonCode.UnknownRequest
            : request.Decider is not null ? ReasonCode.AlreadyDecided
            : request.State is not RequestState.PendingApproval ? ReasonCode.NotAwaitingApproval
            : !isApprover ? ReasonCode.NotAnApprover
            : now >= request.DecideBy ? ReasonCode.DecisionWindowPassed
            : !reason ? ReasonCode.DecisionReasonRequired
            : null;
        if (refusal is { } code)
        {
            return code;
        }

        (request.Decider, request.Approved) = (person, verdict is Verdict.Approve);
        if (request.Approved)
        {
            Judge(request, now);
        }
        else
        {
            request.State = RequestState.Denied;
        }

        return Expected.Allowed;
    }

    public Expected Cancel(ModelRequest request, PersonId person)
    {
        if (person != request.Person.Id)
        {
            return ReasonCode.UnknownRequest;
        }

        if (!request.IsPending)
        {
            return ReasonCode.NothingToCancel;
        }

        request.State = RequestState.Canceled;
        if (request.Grant is { State: GrantState.Provisioning } grant)
        {
            grant.State = GrantState.Revoking;
        }

        return Expected.Allowed;
    }

    public Expected End(ModelGrant grant, PersonId person, DateTimeOffset now)
    {
        if (person != grant.Request.Person.Id || !grant.CountsAt(now))
        {
            return ReasonCode.NotActive;
        }

        if (now < grant.From + TimeSpan.FromMinutes(5))
        {
            return ReasonCode.ActiveDurationTooShort;
        }

        End(grant);
        return Expected.Allowed;
    }

    public void RequestsFallDue(DateTimeOffset now)
    {
        foreach (var request in Requests)
        {
            switch (request.State)
            {
                case RequestState.AwaitingVerification when now >= request.VerifyBy:
                case RequestState.PendingApproval when now >= request.DecideBy:
                    request.State = RequestState.TimedOut;
                    break;
                case RequestState.Granted when now >= request.Start:
                    Judge(request, now);
                    break;
            }
        }
    }

    public void GrantsFallDue(DateTimeOffset now)
    {
        foreach (var grant in Grants.Where(g => g.State is GrantState.Active && now >= g.Until).ToList())
        {
            End(grant);
        }
    }

    public void Granted(ModelGrant grant, DateTimeOffset now)
    {
        var end = now.AddMinutes(grant.Request.Minutes);
        var limit = Directory.EligibleUntil(grant.Request.Person.Id, grant.Request.Role, now);
        (grant.State, grant.From, grant.Until) = (GrantState.Active, now, limit < end ? limit : end);
        grant.Request.State = RequestState.Provisioned;
    }

    public void Failed(ModelGrant grant, IReadOnlySet<ReasonCode> codes)
    {
        grant.State = GrantState.Revoking;
        Fail(grant.Request, codes);
    }

    /// <summary>What stands against giving access now that was allowed before; empty: nothing.</summary>
    public IReadOnlySet<ReasonCode> Objections(ModelRequest request, DateTimeOffset now)
    {
        var policy = rules.StricterOf(request);
        var broken = rules.Broken(request, policy, now);
        if (broken.Count == 0 && ModelRules.Next(request, policy, now) is not RequestState.PendingProvisioning)
        {
            broken.Add(ReasonCode.PolicyTightened);
        }

        return broken;
    }

    private void Judge(ModelRequest request, DateTimeOffset now)
    {
        var policy = rules.StricterOf(request);
        var broken = rules.Broken(request, policy, now);
        if (broken.Count > 0)
        {
            Fail(request, broken);
        }
        else
        {
            GoOn(request, policy, now);
        }
    }

    private void GoOn(ModelRequest request, ActivationPolicy policy, DateTimeOffset now)
    {
        request.State = ModelRules.Next(request, policy, now);
        switch (request.State)
        {
            case RequestState.AwaitingVerification:
                request.VerifyBy = now.AddMinutes(15);
                break;
            case RequestState.PendingApproval:
                request.DecideBy = now + policy.Window;
                request.Asked = Directory.WhoApproves(policy, request.Person);
                break;
            case RequestState.PendingProvisioning when request.Extends is { } running:
                Prolong(request, running, now);
                break;
            case RequestState.PendingProvisioning:
                Provision(request, now);
                break;
        }
    }

    private void Prolong(ModelRequest request, ModelGrant running, DateTimeOffset now)
    {
        if (!running.CountsAt(now))
        {
            Fail(request, new HashSet<ReasonCode> { ReasonCode.NotActive });
            return;
        }

        var end = EndOfExtension(request, now);
        running.Until = end > running.Until ? end : running.Until;
        (request.State, request.Grant) = (RequestState.Provisioned, running);
    }

    private DateTimeOffset EndOfExtension(ModelRequest request, DateTimeOffset now)
    {
        var end = now.AddMinutes(request.Minutes);
        var limit = Directory.EligibleUntil(request.Person.Id, request.Role, now);
        return limit < end ? limit.Value : end;
    }

    private void Provision(ModelRequest request, DateTimeOffset now)
    {
        if (Open(request) is { } open)
        {
            if (!(now >= open.Until))
            {
                Fail(request, new HashSet<ReasonCode> { ReasonCode.RoleAlreadyActive });
                return;
            }

            End(open);
        }

        request.Grant = new ModelGrant { Request = request };
        Grants.Add(request.Grant);
    }

    private void End(ModelGrant grant)
    {
        grant.State = GrantState.Revoking;
        foreach (var request in Requests.Where(r => r.Grant == grant && r.State is RequestState.Provisioned))
        {
            request.State = RequestState.Revoked;
        }

        foreach (var extension in Requests.Where(r => r.Extends == grant && r.IsPending))
        {
            Fail(extension, new HashSet<ReasonCode> { ReasonCode.NotActive });
        }
    }

    private static void Fail(ModelRequest request, IReadOnlySet<ReasonCode> codes) =>
        (request.State, request.FailedFor) = (RequestState.Failed, codes);

    private ModelGrant? Open(ModelRequest request) =>
        Grants.Find(g => g.IsOpen && g.Request.Person.Id == request.Person.Id && g.Request.Role == request.Role);
}
