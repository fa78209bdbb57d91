using PimBot.Domain.Access;
using PimBot.Domain.Activations;

namespace PimBot.Storage.Tests;

/// <summary>What administrators see of requests.</summary>
public abstract class RequestListContract<TEngine> : StorageContract<TEngine>
    where TEngine : TestEngine, new()
{
    [Fact]
    public async Task Everything_pending_for_a_role_at_a_scope_is_found_whoever_asked()
    {
        var old = Sample.Request("alice") with { CreatedAt = Sample.Instant.AddHours(-1) };
        var young = Sample.Request("bob") with { State = RequestState.Granted };
        await AddAll(
            young,
            old,
            Sample.Request("carol", "other"),
            Sample.Request("carol") with
            {
                Access = Sample.Access with { Scope = ScopeId.Directory },
            },
            Sample.Request("dan") with
            {
                State = RequestState.Denied,
            }
        );

        var found = await Store.Read(unit => unit.Requests.PendingForAsync(Sample.Access, Stop));
        Assert.Equal([old.Id, young.Id], Ids(found));
    }

    [Fact]
    public async Task Everything_pending_is_read_oldest_first_and_everything_newest_first()
    {
        var made = Sample.Moments.Select((at, i) => Made(at, $"p{i}", RequestState.PendingApproval)).ToList();
        var settled = Made(Sample.Moments[2].AddMinutes(1), "settled", RequestState.Denied);
        await AddAll([.. made.OrderBy(request => Guid.NewGuid()), settled]);

        var pending = new List<RequestId>();
        for (var page = await Pending(null); page.Count > 0; page = await Pending(page[^1].Id))
        {
            Assert.True(page.Count <= 3);
            pending.AddRange(Ids(page));
        }

        Assert.Equal(Ids(made), pending);
        var all = new List<RequestId>();
        for (var page = await List(null); page.Count > 0; page = await List(page[^1].Id))
        {
            Assert.True(page.Count <= 3);
            all.AddRange(Ids(page));
        }

        made.Insert(3, settled);
        Assert.Equal(Ids(made).Reverse(), all);

        Task<IReadOnlyList<ActivationRequest>> Pending(RequestId? after) =>
            Store.Read(unit => unit.Requests.PendingAsync(after, 3, Stop));

        Task<IReadOnlyList<ActivationRequest>> List(RequestId? before) =>
            Store.Read(unit => unit.Requests.ListAsync(before, 3, Stop));
    }

    private static ActivationRequest Made(DateTimeOffset at, string by, RequestState state) =>
        Sample.Request(by) with
        {
            Id = Sample.RequestIdAt(at),
            State = state,
        };

    private Task AddAll(params ActivationRequest[] requests) =>
        Store.Commit(unit => Array.ForEach(requests, unit.Requests.Add));

    private static IEnumerable<RequestId> Ids(IEnumerable<ActivationRequest> requests) =>
        requests.Select(request => request.Id);
}

public sealed class SqliteRequestLists : RequestListContract<SqliteEngine>;

public sealed class PostgresRequestLists : RequestListContract<PostgresEngine>;
