using PimBot.Application.Audit;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Audit;
using PimBot.Domain.Policies;

namespace PimBot.Application.Activations;

/// <summary>A person asks for access. Allowed requests go as far as they can at once.</summary>
public static class RequestActivation
{
    public static async Task<Decision<ActivationRequest>> RunAsync(
        IPimUnitOfWork work,
        RequestActivationCommand command,
        CancellationToken cancellation
    )
    {
        var requester = await work.Directory.FindPersonAsync(command.Requester, cancellation);
        if (requester is null)
        {
            return Refusal.Because(ReasonCode.NotEligible);
        }

        var extends = command.Extends is { } id ? await work.Grants.FindAsync(id, cancellation) : null;
        if (command.Extends is not null && (extends?.Person != requester.Id || extends.Access != command.Access))
        {
            return Refusal.Because(ReasonCode.NotActive);
        }

        var facts = await ActivationFactsReader.ForNewAsync(
            work,
            requester,
            command.Access,
            Clean(command.Ask),
            extends,
            cancellation
        );
        var decision = RequestLife.Create(new RequestId(Guid.CreateVersion7(work.Now)), facts);
        if (!decision.IsAllowed)
        {
            work.Audit.Append(Refused(facts, decision.Refusal));
            return decision;
        }

        work.Audit.Append(AuditEvents.Of(AuditAction.ActivationRequested, decision.Value, requester.Id));
        return await RequestProgress.AddAsync(work, decision.Value, facts, cancellation);
    }

    /// <summary>
    /// What would be refused, without asking for anything: so that a dialog can say at once what is wrong, and ask
    /// only for what the policy requires.
    /// </summary>
    public static async Task<Refusal?> CheckAsync(
        IPimUnitOfWork work,
        RequestActivationCommand command,
        CancellationToken cancellation
    )
    {
        if (await work.Directory.FindPersonAsync(command.Requester, cancellation) is not { } requester)
        {
            return Refusal.Because(ReasonCode.NotEligible);
        }

        var extends = command.Extends is { } id ? await work.Grants.FindAsync(id, cancellation) : null;
        var facts = await ActivationFactsReader.ForNewAsync(
            work,
            requester,
            command.Access,
            Clean(command.Ask),
            extends,
            cancellation
        );
        return PolicyEvaluator.Check(facts);
    }

    private static ActivationAsk Clean(ActivationAsk ask) =>
        ask with
        {
            Justification = InertText.Clean(ask.Justification, ActivationAsk.LongestJustification),
            Ticket = InertText.Clean(ask.Ticket?.Number, ActivationAsk.LongestTicket) is { } number
                ? new Ticket(number, InertText.Clean(ask.Ticket?.System, ActivationAsk.LongestTicket))
                : null,
        };

    private static AuditEvent Refused(ActivationFacts facts, Refusal refusal) =>
        new()
        {
            Action = AuditAction.ActivationRefused,
            Actor = facts.Requester.Id,
            Subject = facts.Requester.Id,
            Access = facts.Access,
            Reason = facts.Ask.Justification,
            Ticket = facts.Ask.Ticket?.ToString(),
            Detail = AuditEvents.Codes(refusal),
        };
}
