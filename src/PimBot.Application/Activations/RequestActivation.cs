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

        if (await FactsAsync(work, requester, command, cancellation) is not { } facts)
        {
            return Refusal.Because(ReasonCode.NotActive);
        }

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

        return await FactsAsync(work, requester, command, cancellation) is { } facts
            ? PolicyEvaluator.Check(facts)
            : Refusal.Because(ReasonCode.NotActive);
    }

    /// <summary>Null when what is to be extended is unknown, somebody else's or of another access: all alike.</summary>
    private static async Task<ActivationFacts?> FactsAsync(
        IPimUnitOfWork work,
        Person requester,
        RequestActivationCommand command,
        CancellationToken cancellation
    )
    {
        var extends = command.Extends is { } id ? await work.Grants.FindAsync(id, cancellation) : null;
        return command.Extends is not null && (extends?.Person != requester.Id || extends.Access != command.Access)
            ? null
            : await ActivationFactsReader.ForNewAsync(
                work,
                requester,
                command.Access,
                Clean(command.Ask),
                extends,
                cancellation
            );
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
