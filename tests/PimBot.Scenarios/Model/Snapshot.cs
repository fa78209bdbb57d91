using PimBot.Domain.Access;
using PimBot.Domain.Activations;

namespace PimBot.Scenarios.Model;

/// <summary>What the product's storage says, read in one go.</summary>
internal sealed record Snapshot(
    IReadOnlyDictionary<RequestId, ActivationRequest> Requests,
    IReadOnlyDictionary<GrantId, Grant> Grants
)
{
    public static Task<Snapshot> TakeAsync(PimProcess process, IEnumerable<PersonId> people) =>
        process.Commit(async work =>
        {
            var requests = new List<ActivationRequest>();
            foreach (var person in people)
            {
                requests.AddRange(await work.Requests.OfAsync(person, 1000, CancellationToken.None));
            }

            var grants = new List<Grant>();
            foreach (var request in requests)
            {
                if (await work.Grants.FindAsync(new GrantId(request.Id.Value), CancellationToken.None) is { } grant)
                {
                    grants.Add(grant);
                }
            }

            return new Snapshot(requests.ToDictionary(r => r.Id), grants.ToDictionary(g => g.Id));
        });
}
