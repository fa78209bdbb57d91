using System.Text.Json;
using PimBot.Application.Access;
using PimBot.Application.Approvals;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;

namespace PimBot.Application.Activations;

/// <summary>
/// Who may decide on many requests at this moment. Requests for one role share their approvers, so these are looked up
/// once, however many wait. Lives for one unit of work.
/// </summary>
internal sealed class ApproversOfRequests(IPimUnitOfWork work)
{
    private readonly Dictionary<string, IReadOnlyList<Person>> known = new(StringComparer.Ordinal);

    /// <summary>Whether this person is among the approvers, and in time. The decision itself checks more.</summary>
    public async Task<bool> MayDecideAsync(ActivationRequest request, PersonId approver, CancellationToken cancellation)
    {
        if (
            request.DecideBy <= work.Now
            || await work.Directory.FindPersonAsync(request.Requester, cancellation) is not { } requester
        )
        {
            return false;
        }

        var approvers = await OfAsync(request, cancellation);
        return approvers.FirstOrDefault(a => a.Id == approver) is { } found && !found.IsSameHumanAs(requester);
    }

    private async Task<IEnumerable<Person>> OfAsync(ActivationRequest request, CancellationToken cancellation)
    {
        var eligibilities = await EligibilityReader.ForAsync(work, request.Requester, request.Access, cancellation);
        var policy = await ActivationFactsReader.PolicyOfAsync(work, request, eligibilities, cancellation);
        var approvers = await OnceAsync(
            $"{policy.Access}/{JsonSerializer.Serialize(policy.Activation.Approvers)}",
            () => ApproverReader.AllAsync(work, policy, Supposing.Nothing, cancellation)
        );
        return request.IsEscalated
            ? approvers.Concat(
                await OnceAsync(
                    $"managers/{request.Access}",
                    () => AdministratorRights.ManagersAsync(work, request.Access, cancellation)
                )
            )
            : approvers;
    }

    private async Task<IReadOnlyList<Person>> OnceAsync(string key, Func<Task<IReadOnlyList<Person>>> read) =>
        known.TryGetValue(key, out var people) ? people : known[key] = await read();
}
