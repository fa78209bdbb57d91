using PimBot.Application.Access;
using PimBot.Application.Approvals;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;

namespace PimBot.Application.Activations;

/// <summary>Reads requests for people's eyes.</summary>
public static class RequestReader
{
    private const int MostPending = 1000;

    /// <summary>Null when there is no such request.</summary>
    public static async Task<RequestView?> ViewAsync(
        IPimUnitOfWork work,
        RequestId id,
        CancellationToken cancellation
    ) =>
        await work.Requests.FindAsync(id, cancellation) is { } request
            ? await ViewAsync(work, request, cancellation)
            : null;

    public static async Task<RequestView> ViewAsync(
        IPimUnitOfWork work,
        ActivationRequest request,
        CancellationToken cancellation
    )
    {
        var people = (
            await work.Directory.PeopleAsync(
                [.. request.Asked.Append(request.Requester).Concat(request.Decision is { } d ? [d.By] : []).Distinct()],
                cancellation
            )
        ).ToDictionary(p => p.Id);
        var role = await work.Directory.FindRoleAsync(request.Access.Role, cancellation);
        var scope = (await work.Directory.ScopesAsync([request.Access.Scope], cancellation)).SingleOrDefault();
        return new RequestView
        {
            Now = work.Now,
            Request = request,
            Requester = people.GetValueOrDefault(request.Requester) ?? Gone(request.Requester),
            Role = role ?? throw new InvalidOperationException($"Request {request.Id} names an unknown role."),
            Scope = scope ?? throw new InvalidOperationException($"Request {request.Id} names an unknown scope."),
            Grant = (request.Grant ?? request.Extends) is { } grant
                ? await work.Grants.FindAsync(grant, cancellation)
                : null,
            Decider = request.Decision is { } decision
                ? people.GetValueOrDefault(decision.By) ?? Gone(decision.By)
                : null,
            Asked = [.. request.Asked.Select(id => people.GetValueOrDefault(id)).OfType<Person>()],
            Held = await AccessReader.HeldAsync(work, request.Requester, cancellation),
        };
    }

    /// <summary>What waits for this person's decision, oldest first, by the approvers of this moment.</summary>
    public static async Task<IReadOnlyList<RequestView>> ToDecideAsync(
        IPimUnitOfWork work,
        PersonId approver,
        int most,
        CancellationToken cancellation
    )
    {
        var approvers = new ApproversOfRequests(work);
        var found = new List<RequestView>();
        foreach (var request in await work.Requests.PendingApprovalAsync(MostPending, cancellation))
        {
            if (found.Count == most)
            {
                break;
            }

            if (await approvers.MayDecideAsync(request, approver, cancellation))
            {
                found.Add(await ViewAsync(work, request, cancellation));
            }
        }

        return found;
    }

    /// <summary>Whether this person is among the approvers of this moment, and in time. The decision itself checks more.</summary>
    public static Task<bool> MayDecideAsync(
        IPimUnitOfWork work,
        ActivationRequest request,
        PersonId approver,
        CancellationToken cancellation
    ) => new ApproversOfRequests(work).MayDecideAsync(request, approver, cancellation);

    private static Person Gone(PersonId id) =>
        new()
        {
            Id = id,
            Name = "someone who left",
            Kind = PersonKind.Guest,
            Enabled = false,
        };
}
