using PimBot.Application.Access;
using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Scenarios.Model;

/// <summary>
/// What a delivery of the outbox may do depends on what was due and on the target: here the model takes over what the
/// product did, after judging that the rules and the target's answers allow it.
/// </summary>
internal sealed class Adoption(ReferenceModel model)
{
    private static readonly HashSet<ReasonCode> Refused = [ReasonCode.TargetRefused];

    public void Adopt(
        Snapshot seen,
        IReadOnlyList<TargetCall> calls,
        DateTimeOffset began,
        DateTimeOffset ended,
        bool died
    )
    {
        for (var i = 0; i < calls.Count; i++)
        {
            Check(calls[i], calls.Take(i), began);
        }

        foreach (var grant in model.Grants)
        {
            var answers = calls.Where(call => call.Grant == grant.Id).ToList();
            if (grant.State is GrantState.Provisioning)
            {
                AdoptGranting(grant, seen.Grants[grant.Id], answers, (began, ended), died);
            }

            if (grant.State is GrantState.Revoking)
            {
                AdoptRevoking(grant, seen.Grants[grant.Id], answers, died);
            }
        }
    }

    private void Check(TargetCall call, IEnumerable<TargetCall> before, DateTimeOffset began)
    {
        var grant = model.Grants.Find(g => g.Id == call.Grant);
        Demand(grant is not null, $"the target was asked about an unknown grant: {call}");
        if (!call.Grants)
        {
            // What is refused, or no longer wanted, is taken back in the same delivery.
            var isOver =
                grant!.State is GrantState.Revoking
                || before.Any(c => c.Grant == call.Grant && c is { Grants: true, Answer: TargetOutcome.Refused })
                || model.Objections(grant.Request, call.At).Count > 0;
            Demand(isOver, $"the target was asked to take what counts: {call}");
            return;
        }

        var wanted =
            model.Objections(grant!.Request, began).Count == 0 || model.Objections(grant.Request, call.At).Count == 0;
        Demand(wanted, $"the target was asked to give what the rules forbid: {call}");
    }

    private void AdoptGranting(
        ModelGrant grant,
        Grant seen,
        List<TargetCall> answers,
        (DateTimeOffset Began, DateTimeOffset Ended) pass,
        bool died
    )
    {
        var (done, refused) = (Heard(answers, TargetOutcome.Done), Heard(answers, TargetOutcome.Refused));
        switch (seen.State)
        {
            case GrantState.Provisioning:
                Demand(died || !(done || refused), "the target's answer was forgotten");
                break;
            case GrantState.Active:
                Demand(done, "access counts that the target did not give");
                Demand(pass.Began <= seen.From && seen.From <= pass.Ended, "access counts from another time");
                Demand(model.Objections(grant.Request, seen.From!.Value).Count == 0, "access counts against the rules");
                model.Granted(grant, seen.From.Value);
                break;
            default:
                var objections = model.Objections(grant.Request, seen.End!.At);
                Demand(refused || objections.Count > 0, $"it failed without a cause: {seen}");
                model.Failed(grant, refused ? Refused : objections);
                break;
        }
    }

    private static void AdoptRevoking(ModelGrant grant, Grant seen, List<TargetCall> answers, bool died)
    {
        var gone = answers.Exists(a => a is { Grants: false, Answer: TargetOutcome.Done });
        if (seen.State is GrantState.Revoked)
        {
            Demand(gone, "access is said to be gone that the target did not take");
            grant.State = GrantState.Revoked;
        }
        else
        {
            Demand(died || !gone, "the target took access and it was forgotten");
        }
    }

    private static bool Heard(List<TargetCall> answers, TargetOutcome outcome) =>
        answers.Exists(a => a.Grants && a.Answer == outcome);

    private static void Demand(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new LifeBrokenException(otherwise);
        }
    }
}
