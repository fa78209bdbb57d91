using PimBot.Application.Access.AsCode;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;

namespace PimBot.Application.Access;

/// <summary>Reads requests about assignments for people's eyes. Who may see them is the caller's matter.</summary>
public static class AssignmentRequestReader
{
    /// <summary>Null when there is no such request.</summary>
    public static async Task<AssignmentRequestView?> ViewAsync(
        IPimUnitOfWork work,
        RequestId id,
        CancellationToken cancellation
    ) =>
        await work.AssignmentRequests.FindAsync(id, cancellation) is { } request
            ? await ViewAsync(work, request, cancellation)
            : null;

    public static async Task<AssignmentRequestView> ViewAsync(
        IPimUnitOfWork work,
        AssignmentRequest request,
        CancellationToken cancellation
    )
    {
        var by = request.Outcome?.By;
        PersonId?[] ids = [request.CreatedBy, request.Decision?.By, by];
        var people = (
            await work.Directory.PeopleAsync([.. ids.OfType<PersonId>().Distinct()], cancellation)
        ).ToDictionary(p => p.Id);
        var role = await work.Directory.FindRoleAsync(request.Access.Role, cancellation);
        var scope = (await work.Directory.ScopesAsync([request.Access.Scope], cancellation)).SingleOrDefault();
        return new AssignmentRequestView
        {
            Now = work.Now,
            Request = request,
            Role = role ?? throw new InvalidOperationException($"Request {request.Id} names an unknown role."),
            Scope = scope ?? throw new InvalidOperationException($"Request {request.Id} names an unknown scope."),
            Assignee = (await Assignee.ReadAsync(work, [request.Principal], cancellation))[request.Principal],
            CreatedBy = people.GetValueOrDefault(request.CreatedBy) ?? Gone(request.CreatedBy),
            Asked = request.WaitsFor is PendingReason.AdministratorDecision or PendingReason.SecondAdministrator
                ? await AdministratorRights.AskedAsync(
                    work,
                    request.Access,
                    await AssignmentInvolved.OfAsync(work, request, cancellation),
                    cancellation
                )
                : [],
            Decider = request.Decision is { } decision
                ? people.GetValueOrDefault(decision.By) ?? Gone(decision.By)
                : null,
            SettledBy = by is { } settler ? people.GetValueOrDefault(settler) ?? Gone(settler) : null,
            Assignment = await work.Assignments.FindAsync(request.Assignment, cancellation),
            Policy = await work.Directory.PolicyAsync(request.Access, cancellation),
        };
    }

    private static Person Gone(PersonId id) =>
        new()
        {
            Id = id,
            Name = id == DirectoryOperator.Id ? DirectoryOperator.Name : "someone who left",
            Kind = PersonKind.Guest,
            Enabled = false,
        };
}
