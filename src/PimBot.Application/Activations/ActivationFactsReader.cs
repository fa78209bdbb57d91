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
        var policy = await work.Directory.PolicyAsync(access, cancellation);
        var facts = await ReadAsync(work, requester, access, ask, policy, cancellation);
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
        var policy = request.Policy.TightenedBy(await work.Directory.PolicyAsync(request.Access, cancellation));
        // A start that has come is no longer "in the past": the request was made in time.
        var ask = request.Ask.Start <= work.Now ? request.Ask with { Start = null } : request.Ask;
        var facts = await ReadAsync(work, requester, request.Access, ask, policy, cancellation);
        return facts with
        {
            Proof = request.Proof,
            Extends = request.Extends is { } id ? await work.Grants.FindAsync(id, cancellation) : null,
        };
    }

    private static async Task<ActivationFacts> ReadAsync(
        IPimUnitOfWork work,
        Person requester,
        RoleScope access,
        ActivationAsk ask,
        RolePolicy policy,
        CancellationToken cancellation
    )
    {
        var path = (await work.Directory.ScopePathAsync(access.Scope, cancellation)).Select(s => s.Id).ToHashSet();
        var assignments = (await work.Directory.AssignmentsOfAsync(requester.Id, cancellation))
            .Where(a => a.Access.Role == access.Role && path.Contains(a.Access.Scope))
            .ToList();
        return new ActivationFacts
        {
            Now = work.Now,
            Requester = requester,
            Access = access,
            Ask = ask,
            Policy = policy,
            // Only where the person is eligible: a policy is not inherited, so at a narrower scope another one, perhaps
            // without approval, would apply.
            Eligibilities = [.. assignments.Where(a => a.Type is AssignmentType.Eligible && a.Access == access)],
            HasActiveAssignment = assignments.Any(a => a.Type is AssignmentType.Active && a.HoldsAt(work.Now)),
            OpenGrant = await work.Grants.FindOpenAsync(requester.Id, access, cancellation),
            Approvers = policy.Activation.Requires(ActivationRequirements.Approval)
                ? await ApproverReader.WhoMayDecideAsync(work, policy, requester, cancellation)
                : [],
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
