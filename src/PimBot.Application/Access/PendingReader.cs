using PimBot.Application.Activations;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;

namespace PimBot.Application.Access;

/// <summary>Reads what waits in the scopes that somebody administers: requests of both sorts, oldest first.</summary>
public static class PendingReader
{
    /// <summary>As many of each sort are looked through at most.</summary>
    private const int MostRead = 2000;
    private const int Portion = 200;

    /// <param name="work">The unit of work.</param>
    /// <param name="reader">Who looks.</param>
    /// <param name="skip">How many are left out.</param>
    /// <param name="most">How many are wanted.</param>
    /// <param name="cancellation">Stops the read.</param>
    /// <returns>The part, and how many there are in all.</returns>
    public static async Task<(IReadOnlyList<PendingItem> Part, int All)> ReadAsync(
        IPimUnitOfWork work,
        PersonId reader,
        int skip,
        int most,
        CancellationToken cancellation
    )
    {
        if (await AdministratorRights.FactsAsync(work, reader, cancellation) is not { } facts)
        {
            return ([], 0);
        }

        var rights = new Dictionary<RoleScope, AdministrationRight>();
        var seen = new List<(DateTimeOffset At, ActivationRequest? Activation, AssignmentRequest? Assignment)>();
        foreach (var request in await ActivationsAsync(work, cancellation))
        {
            if (await RightAsync(work, facts, rights, request.Access, cancellation) is not AdministrationRight.None)
            {
                seen.Add((request.CreatedAt, request, null));
            }
        }

        foreach (var request in await work.AssignmentRequests.WaitingAsync(MostRead, cancellation))
        {
            if (await RightAsync(work, facts, rights, request.Access, cancellation) is not AdministrationRight.None)
            {
                seen.Add((request.CreatedAt, null, request));
            }
        }

        var part = new List<PendingItem>();
        foreach (var (_, activation, assignment) in seen.OrderBy(s => s.At).Skip(skip).Take(most))
        {
            part.Add(
                activation is not null
                    ? await OfAsync(work, facts, activation, rights[activation.Access], cancellation)
                    : await OfAsync(work, facts, assignment!, rights[assignment!.Access], cancellation)
            );
        }

        return (part, seen.Count);
    }

    private static async Task<IReadOnlyList<ActivationRequest>> ActivationsAsync(
        IPimUnitOfWork work,
        CancellationToken cancellation
    )
    {
        var found = new List<ActivationRequest>();
        while (found.Count < MostRead)
        {
            var after = found.Count == 0 ? (RequestId?)null : found[^1].Id;
            var portion = await work.Requests.PendingAsync(after, Portion, cancellation);
            found.AddRange(portion);
            if (portion.Count < Portion)
            {
                break;
            }
        }

        return found;
    }

    private static async Task<AdministrationRight> RightAsync(
        IPimUnitOfWork work,
        AdministratorFacts facts,
        Dictionary<RoleScope, AdministrationRight> rights,
        RoleScope access,
        CancellationToken cancellation
    )
    {
        if (!rights.TryGetValue(access, out var right))
        {
            right = await AdministratorRights.OverAsync(work, facts, access, cancellation);
            rights[access] = right;
        }

        return right;
    }

    private static async Task<PendingItem> OfAsync(
        IPimUnitOfWork work,
        AdministratorFacts facts,
        ActivationRequest request,
        AdministrationRight right,
        CancellationToken cancellation
    ) =>
        new(
            await RequestReader.ViewAsync(work, request, cancellation),
            null,
            request.State is RequestState.PendingApproval
                && await RequestReader.MayDecideAsync(work, request, facts.Person.Id, cancellation),
            right is AdministrationRight.Manage || request.Requester == facts.Person.Id
        );

    private static async Task<PendingItem> OfAsync(
        IPimUnitOfWork work,
        AdministratorFacts facts,
        AssignmentRequest request,
        AdministrationRight right,
        CancellationToken cancellation
    )
    {
        var view = await AssignmentRequestReader.ViewAsync(work, request, cancellation);
        Person?[] involved = [view.CreatedBy, view.Assignee.Person];
        var refusal = AssignmentRequestLife.MayDecide(
            request,
            right,
            facts.Person,
            involved.OfType<Person>(),
            "-",
            work.Now
        );
        return new(
            null,
            view,
            refusal is null,
            right is AdministrationRight.Manage || request.CreatedBy == facts.Person.Id
        );
    }
}
