using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;

namespace PimBot.Scenarios.Model;

/// <summary>What a policy demands of a request, by the rules.</summary>
internal sealed class ModelRules(ModelDirectory directory)
{
    /// <summary>A stricter rule of today applies to what is under way, a looser one does not.</summary>
    public ActivationPolicy StricterOf(ModelRequest request)
    {
        var (then, now) = (request.Policy, directory.Policies[request.Role].Activation);
        return now with
        {
            Require = then.Require | now.Require,
            Maximum = then.Maximum < now.Maximum ? then.Maximum : now.Maximum,
            Window = then.Window < now.Window ? then.Window : now.Window,
            Approvers = now.Requires(ActivationRequirements.Approval) ? now.Approvers : then.Approvers,
        };
    }

    /// <summary>All that speaks against it.</summary>
    public HashSet<ReasonCode> Broken(ModelRequest request, ActivationPolicy policy, DateTimeOffset now)
    {
        var person = directory.People[request.Person.Id];
        var begin = request.Start > now ? request.Start.Value : now;
        var broken = new HashSet<ReasonCode>();
        void Unless(bool kept, ReasonCode code)
        {
            if (!kept)
            {
                broken.Add(code);
            }
        }

        Unless(person.Enabled, ReasonCode.PersonDisabled);
        Unless(!person.Enabled || person.Kind is not PersonKind.ServiceAccount, ReasonCode.PersonKindNotAllowed);
        if (broken.Count == 0 && !directory.IsEligible(person.Id, request.Role, begin))
        {
            broken.Add(
                directory.IsEligible(person.Id, request.Role, now)
                    ? ReasonCode.EligibilityEndsBeforeStart
                    : ReasonCode.NotEligible
            );
        }

        if (broken.Count > 0 && !broken.Contains(ReasonCode.EligibilityEndsBeforeStart))
        {
            // Whoever may not activate the role learns nothing of its settings.
            return broken;
        }

        var tooLong = request.Minutes > policy.Maximum.TotalMinutes;
        var tooShort = !tooLong && request.Minutes < 5;
        Unless(!tooLong, ReasonCode.DurationTooLong);
        Unless(!tooShort, ReasonCode.DurationTooShort);
        if (!tooLong && !tooShort && now == request.CreatedAt)
        {
            Unless(!(request.Start < now.AddMinutes(-1)), ReasonCode.StartInPast);
            Unless(!(request.Start > now.AddDays(365)), ReasonCode.StartTooFarAhead);
        }

        Unless(
            request.Reason || !policy.Requires(ActivationRequirements.Justification),
            ReasonCode.JustificationRequired
        );
        Unless(request.Ticket || !policy.Requires(ActivationRequirements.Ticket), ReasonCode.TicketRequired);
        Unless(
            request.Approved
                || !policy.Requires(ActivationRequirements.Approval)
                || directory.WhoApproves(policy, request.Person).Count > 0,
            ReasonCode.NoApproverLeft
        );
        return broken;
    }

    /// <summary>First verification, then approval, then the start.</summary>
    public static RequestState Next(ModelRequest request, ActivationPolicy policy, DateTimeOffset now) =>
        policy.Requires(ActivationRequirements.Mfa) && !request.Verified ? RequestState.AwaitingVerification
        : policy.Requires(ActivationRequirements.Approval) && !request.Approved ? RequestState.PendingApproval
        : request.Start > now ? RequestState.Granted
        : RequestState.PendingProvisioning;
}
