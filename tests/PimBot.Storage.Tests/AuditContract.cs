using PimBot.Domain.Activations;
using PimBot.Domain.Audit;

namespace PimBot.Storage.Tests;

public abstract class AuditContract<TEngine> : StorageContract<TEngine>
    where TEngine : TestEngine, new()
{
    [Fact]
    public async Task Every_part_of_an_entry_is_read_as_it_was_written_and_verifies()
    {
        var request = new RequestId(Guid.NewGuid());
        await Store.Commit(unit =>
        {
            unit.Audit.Append(Sample.Event(Sample.Hostile));
            unit.Audit.Append(Sample.FullEvent(request));
        });

        var entries = await Entries();
        await AssertChain(2);
        Assert.Equal(Sample.Event(Sample.Hostile), entries[0].Event);
        Assert.Equal(
            Sample.FullEvent(request) with
            {
                Grant = entries[1].Event.Grant,
            },
            Clean(entries[1].Event, request)
        );
        Assert.Equal(Clock.GetUtcNow(), entries[0].At);
        Assert.Equal(entries[1..], await Store.Read(unit => unit.Audit.OfRequestAsync(request, Stop)));
    }

    [Fact]
    public async Task What_a_unit_records_says_where_it_came_from_whenever_that_was_said()
    {
        await Store.Commit(unit =>
        {
            unit.Audit.Append(Sample.Event());
            unit.Audit.From(new AuditOrigin("chat:msteams", "turn"));
            unit.Audit.Append(Sample.Event() with { Source = "own" });
        });
        await Store.Commit(unit => unit.Audit.Append(Sample.Event()));

        Assert.Equal(
            [("chat:msteams", "turn"), ("own", "turn"), (null, null)],
            (await Entries()).Select(entry => (entry.Event.Source, entry.Event.Correlation))
        );
        await AssertChain(3);
    }

    [Fact]
    public async Task Every_action_is_kept()
    {
        foreach (var action in Enum.GetValues<AuditAction>())
        {
            await Store.Commit(unit => unit.Audit.Append(new AuditEvent { Action = action }));
        }

        Assert.Equal(Enum.GetValues<AuditAction>(), (await Entries()).Select(entry => entry.Event.Action));
        await AssertChain(Enum.GetValues<AuditAction>().Length);
    }

    [Fact]
    public async Task Entries_are_read_in_pages()
    {
        await Store.Commit(unit =>
        {
            for (var i = 0; i < 5; i++)
            {
                unit.Audit.Append(Sample.Event($"{i}"));
            }
        });

        var page = await Store.Read(unit => unit.Audit.ReadAsync(1, 3, Stop));
        Assert.Equal([2, 3, 4], page.Select(entry => entry.Sequence));
        Assert.Null(AuditChain.FirstFault(page, (await Entries())[0].Hash, 2));
    }

    [Fact]
    public async Task The_chain_has_no_gap_under_eight_writers_of_which_some_fail()
    {
        await using var other = Engine.Open();
        TestStore[] stores = [Store, other];
        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(() => Write(writer), Stop)));
        await AssertChain(8 * 10 * 2);

        async Task Write(int writer)
        {
            for (var i = 0; i < 15; i++)
            {
                var fails = i % 3 == 2;
                var unit = stores[writer % 2]
                    .Commit(async work =>
                    {
                        work.Audit.Append(Sample.Event($"{writer}"));
                        work.Audit.Append(Sample.Event($"{i}"));
                        await work.Bot.WriteAsync($"{writer}/{i}", "{}", Stop);
                        if (fails)
                        {
                            throw new InvalidDataException();
                        }
                    });
                if (fails)
                {
                    await Assert.ThrowsAsync<InvalidDataException>(() => unit);
                }
                else
                {
                    await unit;
                }
            }
        }
    }

    [Fact]
    public async Task The_chain_goes_on_after_a_restart()
    {
        await Store.Commit(unit => unit.Audit.Append(Sample.Event()));
        await using var other = Engine.Open();
        await other.Commit(unit => unit.Audit.Append(Sample.Event()));
        await AssertChain(2);
    }

    // What was cleaned is put back, so that the rest can be compared.
    private static AuditEvent Clean(AuditEvent read, RequestId request)
    {
        Assert.Equal("alice\uFFFD", read.Subject?.Value);
        Assert.Equal("r\uFFFD", read.Access?.Role.Value);
        Assert.Equal(Sample.Hostile + "\uFFFD", read.Reason);
        Assert.Equal("INC-1 \uFFFD", read.Ticket);
        Assert.Equal("ab", read.Detail);
        var written = Sample.FullEvent(request);
        return read with
        {
            Subject = written.Subject,
            Access = written.Access,
            Reason = written.Reason,
            Ticket = written.Ticket,
            Detail = written.Detail,
        };
    }

    private async Task<AuditEntry[]> Entries() => [.. await Store.Read(unit => unit.Audit.ReadAsync(0, 1000, Stop))];

    private async Task AssertChain(int length)
    {
        var entries = await Entries();
        Assert.Equal(length, entries.Length);
        Assert.Null(AuditChain.FirstFault(entries, AuditChain.Beginning, 1));
    }
}

public sealed class SqliteAudit : AuditContract<SqliteEngine>;

public sealed class PostgresAudit : AuditContract<PostgresEngine>;
