using PimBot.Application.Access;
using PimBot.Application.Approvals;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;

namespace PimBot.Application.Activations;

/// <summary>Reads, in one unit of work, everything that a decision on an activation depends on.</summary>
internal static class ActivationFactsReader
{
    /// <summary>The facts for a new request.</summary>
    public static async Task<ActivationFacts> ForNewAsync(
        IPimUnitOfWork work,
        Person requester,
        RoleScope access,
        ActivationAsk ask,
        Grant? extends,
        CancellationToken cancellation
    )
    {
        var eligibilities = await EligibilityReader.ForAsync(work, requester.Id, access, cancellation);
        var policy = await EligibilityReader.PolicyAsync(work, access, eligibilities, cancellation);
        var facts = await ReadAsync(work, requester, access, ask, policy, eligibilities, cancellation);
        return facts with
        {
            Extends = extends,
            PendingRequest = await work.Requests.FindPendingAsync(requester.Id, access, cancellation),
        };
    }

    /// <summary>The facts for the next step of a request, under the stricter of its policy and today's.</summary>
    public static async Task<ActivationFacts> ForNextStepAsync(
        IPimUnitOfWork work,
        ActivationRequest request,
        CancellationToken cancellation
    )
    {
        var requester =
            await work.Directory.FindPersonAsync(request.Requester, cancellation) ?? Unknown(request.Requester);
        var eligibilities = await EligibilityReader.ForAsync(work, requester.Id, request.Access, cancellation);
        var policy = await PolicyOfAsync(work, request, eligibilities, cancellation);
        // A start that has come is no longer "in the past": the request was made in time.
        var ask = request.Ask.Start <= work.Now ? request.Ask with { Start = null } : request.Ask;
        var facts = await ReadAsync(work, requester, request.Access, ask, policy, eligibilities, cancellation);
        return await EscalatedAsync(work, request, facts, cancellation) with
        {
            Proof = request.Proof,
            Extends = request.Extends is { } id ? await work.Grants.FindAsync(id, cancellation) : null,
        };
    }

    /// <summary>The stricter of the policy that the request was made under and today's.</summary>
    internal static async Task<RolePolicy> PolicyOfAsync(
        IPimUnitOfWork work,
        ActivationRequest request,
        IReadOnlyList<Assignment> eligibilities,
        CancellationToken cancellation
    ) =>
        request.IsPolicyFrozen
            ? request.Policy
            : request.Policy.TightenedBy(
                await EligibilityReader.PolicyAsync(work, request.Access, eligibilities, cancellation)
            );

    private static async Task<ActivationFacts> ReadAsync(
        IPimUnitOfWork work,
        Person requester,
        RoleScope access,
        ActivationAsk ask,
        RolePolicy policy,
        IReadOnlyList<Assignment> eligibilities,
        CancellationToken cancellation
    )
    {
        var path = (await work.Directory.ScopePathAsync(access.Scope, cancellation)).Select(s => s.Id).ToHashSet();
        var assignments = await AssignmentReader.OfAsync(work, requester.Id, cancellation);
        return new ActivationFacts
        {
            Now = work.Now,
            Requester = requester,
            Access = access,
            Ask = ask,
            Policy = policy,
            Eligibilities = eligibilities,
            HasActiveAssignment = assignments.Any(a =>
                a.Type is AssignmentType.Active
                && a.Access.Role == access.Role
                && path.Contains(a.Access.Scope)
                && a.HoldsAt(work.Now)
            ),
            OpenGrant = await work.Grants.FindOpenAsync(requester.Id, access, cancellation),
            Approvers = policy.Activation.Requires(ActivationRequirements.Approval)
                ? await ApproverReader.WhoMayDecideAsync(work, policy, requester, cancellation)
                : [],
        };
    }

    // Once it was put before the administrators, they decide besides approvers who may have come back.
    private static async Task<ActivationFacts> EscalatedAsync(
        IPimUnitOfWork work,
        ActivationRequest request,
        ActivationFacts facts,
        CancellationToken cancellation
    )
    {
        if (!request.IsEscalated)
        {
            return facts;
        }

        var managers = await AdministratorRights.ManagersAsync(work, request.Access, cancellation);
        return facts with
        {
            Approvers =
            [
                .. facts.Approvers.Concat(managers.Where(m => !m.IsSameHumanAs(facts.Requester))).DistinctBy(p => p.Id),
            ],
        };
    }

    // A person who is gone from the directory is nobody: disabled.
    private static Person Unknown(PersonId id) =>
        new()
        {
            Id = id,
            Name = id.Value,
            Kind = PersonKind.Guest,
            Enabled = false,
        };
}
