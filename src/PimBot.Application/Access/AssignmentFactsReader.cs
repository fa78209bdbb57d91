using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;

namespace PimBot.Application.Access;

/// <summary>Reads, in one unit of work, everything that a decision on a change of an assignment depends on.</summary>
internal static class AssignmentFactsReader
{
    /// <summary>Null when the role or the scope is unknown.</summary>
    /// <param name="work">The unit of work.</param>
    /// <param name="request">What is asked for.</param>
    /// <param name="existing">What it changes; null for a new assignment.</param>
    /// <param name="right">What the actor may do here.</param>
    /// <param name="isVerified">Whether the actor proved to be themselves.</param>
    /// <param name="cancellation">Stops the read.</param>
    public static async Task<AssignmentFacts?> ReadAsync(
        IPimUnitOfWork work,
        AssignmentRequest request,
        Assignment? existing,
        AdministrationRight right,
        bool isVerified,
        CancellationToken cancellation
    )
    {
        var hold = await GroupHoldsReader.LockAsync(work, request, cancellation);
        var role = await work.Directory.FindRoleAsync(request.Access.Role, cancellation);
        var scope = (await work.Directory.ScopesAsync([request.Access.Scope], cancellation)).SingleOrDefault();
        if (role is null || scope is null)
        {
            return null;
        }

        var person = request.Principal.Person is { } id ? await work.Directory.FindPersonAsync(id, cancellation) : null;
        return new AssignmentFacts
        {
            Now = work.Now,
            Action = request.Action,
            Ask = request.Ask,
            Role = role,
            Scope = scope,
            Policy = await work.Directory.PolicyAsync(request.Access, cancellation),
            Right = right,
            Assignee = person,
            PrincipalExists = person is not null || await GroupExistsAsync(work, request.Principal, cancellation),
            IsGroupCircle = await GroupHoldsReader.IsCircleAsync(work, request, hold, cancellation),
            Existing = existing,
            Duplicate = await DuplicateAsync(work, request, cancellation),
            Pending = existing is null
                ? null
                : await work.AssignmentRequests.FindPendingAsync(existing.Id, cancellation),
            IsVerified = isVerified,
            Remaining = existing is null
                ? null
                : await RemainingHoldersReader.WithoutAsync(
                    work,
                    role,
                    scope,
                    existing,
                    Gone(request, existing, work.Now),
                    cancellation
                ),
        };
    }

    // Whoever is merely eligible may go on approving for the role; of what begins later nothing is left until then.
    private static Supposing Gone(AssignmentRequest request, Assignment existing, DateTimeOffset now) =>
        request is { Action: not RequestAction.AdminRemove, Ask.Type: AssignmentType.Eligible }
        && !(request.Ask.Start > now)
            ? new Supposing(Eligible: existing.Id)
            : new Supposing(existing.Id);

    private static async Task<bool> GroupExistsAsync(
        IPimUnitOfWork work,
        Principal principal,
        CancellationToken cancellation
    ) => principal.Group is { } group && (await work.Directory.GroupsAsync([group], cancellation)).Count > 0;

    private static async Task<Assignment?> DuplicateAsync(
        IPimUnitOfWork work,
        AssignmentRequest request,
        CancellationToken cancellation
    )
    {
        var filter = new AssignmentFilter
        {
            Role = request.Access.Role,
            Scope = request.Access.Scope,
            Type = request.Ask.Type,
            Person = request.Principal.Person,
            Group = request.Principal.Group,
        };
        return (await work.Assignments.ListAsync(filter, 2, cancellation)).FirstOrDefault(a =>
            a.Id != request.Assignment
        );
    }
}
