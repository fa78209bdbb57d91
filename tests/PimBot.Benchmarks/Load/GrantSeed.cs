using Microsoft.Extensions.DependencyInjection;
using PimBot.Application.Access;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;
using PimBot.Storage.Sqlite;

namespace PimBot.Benchmarks.Load;

/// <summary>Writes active grants, with their requests and their rows at the local target, into a database that nobody else uses now.</summary>
internal static class GrantSeed
{
    private const int Batch = 500;
    private static readonly TimeSpan Length = TimeSpan.FromHours(1);

    /// <summary>Everyone gets every role; the n-th grant ends at <paramref name="firstEnd"/> + n × <paramref name="apart"/>.</summary>
    public static async Task WriteAsync(
        string connectionString,
        Population population,
        DateTimeOffset firstEnd,
        TimeSpan apart
    )
    {
        await using var services = new ServiceCollection().AddSqliteStorage(connectionString).BuildServiceProvider();
        var grants = population
            .RoleIds.SelectMany(role => population.Ids.Select(person => (person, role)))
            .Select((pair, n) => Active(pair.person, pair.role, firstEnd + (apart * n)))
            .ToList();
        var store = services.GetRequiredService<IPimStore>();
        foreach (var batch in grants.Chunk(Batch))
        {
            await store.CommitAsync(
                (work, _) =>
                {
                    foreach (var grant in batch)
                    {
                        work.Grants.Add(grant);
                        work.Requests.Add(RequestOf(grant));
                    }

                    return Task.FromResult(true);
                },
                CancellationToken.None
            );
        }

        var table = services.GetRequiredService<ILocalAccessTable>();
        await Task.WhenAll(
            grants.Select(grant =>
                table.EnsureAsync(
                    new TargetGrant(grant.Id, grant.Person, grant.Access),
                    grant.From!.Value,
                    CancellationToken.None
                )
            )
        );
    }

    private static Grant Active(string person, string role, DateTimeOffset until) =>
        new()
        {
            Id = new GrantId(Guid.NewGuid()),
            Person = new PersonId(person),
            Access = new RoleScope(new RoleId(role), new ScopeId("/")),
            State = GrantState.Active,
            Duration = Length,
            From = until - Length,
            Until = until,
            Reminded = true,
        };

    private static ActivationRequest RequestOf(Grant grant) =>
        new()
        {
            Id = new RequestId(grant.Id.Value),
            Action = RequestAction.SelfActivate,
            Requester = grant.Person,
            Access = grant.Access,
            State = RequestState.Provisioned,
            CreatedAt = grant.From!.Value,
            Ask = new ActivationAsk { Duration = grant.Duration, Justification = "work" },
            Policy = RolePolicy.Default(grant.Access),
            Grant = grant.Id,
        };
}
