using PimBot.Application.Audit;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Audit;

namespace PimBot.Storage.Tests;

public abstract class AuditSearchContract<TEngine> : StorageContract<TEngine>
    where TEngine : TestEngine, new()
{
    private static readonly RoleId Directory = new("directory-role");
    private static readonly RoleId Azure = new("azure-role");
    private static readonly ScopeId Sub = new("/subscriptions/1");
    private static readonly ScopeId Other = new("/subscriptions/2");
    private static readonly RequestId Request = new(Guid.NewGuid());
    private static readonly PersonId Alice = new("alice");
    private static readonly PersonId Bob = new("bob");

    // When the clock of a test begins.
    private static readonly DateTimeOffset Begin = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    private static readonly AuditSight All = new() { Reader = new PersonId("reader"), SeesEverything = true };

    private static readonly AuditSight[] Sights =
    [
        All,
        AuditSight.Own(Alice),
        AuditSight.Own(new PersonId("nobody")),
        new()
        {
            Reader = Bob,
            SeesGeneral = true,
            Roles = new HashSet<RoleId> { Directory },
        },
        new()
        {
            Reader = new PersonId("owner"),
            RolesAtScopes = new HashSet<RoleId> { Azure },
            Scopes = new HashSet<ScopeId> { Sub },
        },
        new() { Reader = new PersonId("elevated"), SeesAllAzure = true },
        new()
        {
            Reader = new PersonId("owner without a role there"),
            Scopes = new HashSet<ScopeId> { Other },
        },
    ];

    private static readonly AuditFilter[] Filters =
    [
        new(),
        new() { Person = Alice },
        new() { Actor = Alice },
        new() { Subject = Alice },
        new() { Role = Directory },
        new() { Role = Azure, Scope = Sub },
        new() { Scope = Sub },
        new() { Request = Request },
        new() { Ticket = "inc-%_1" },
        new() { Actions = [AuditAction.RequestApproved] },
        new() { Actions = [AuditAction.RequestApproved, AuditAction.PolicyChanged], Person = Bob },
        new() { Actions = [.. Enum.GetValues<AuditAction>()] },
        new() { Actions = [] },
        new() { Since = Begin.AddDays(2), Until = Begin.AddDays(5) },
        new() { Since = Begin.AddDays(500) },
        new() { Until = Begin.AddDays(-500) },
        new() { Since = DateTimeOffset.MinValue, Until = DateTimeOffset.MaxValue },
    ];

    [Fact]
    public async Task Every_wish_of_every_reader_finds_what_plain_looking_finds()
    {
        var entries = await FillAsync();
        foreach (var (sight, filter) in Sights.SelectMany(s => Filters.Select(f => (s, f))))
        {
            var selection = Select(filter, sight);
            var expected = entries.Where(e => sight.Sees(e.Event) && Wants(filter, e)).ToList();
            var newest = await Store.Read(unit => unit.AuditSearch.NewestAsync(selection, null, 1000, Stop));
            var oldest = await Store.Read(unit => unit.AuditSearch.OldestAsync(selection, 0, 1000, 1000, Stop));

            Assert.Equal(expected, oldest);
            Assert.Equal(expected.AsEnumerable().Reverse(), newest);
            Assert.Equal(
                Math.Min(7, expected.Count),
                await Store.Read(unit => unit.AuditSearch.CountAsync(selection, 7, Stop))
            );
            Assert.Equal(
                newest.Take(3).Select(e => e.At),
                await Store.Read(unit => unit.AuditSearch.MomentsAsync(selection, 3, Stop))
            );
        }
    }

    [Fact]
    public async Task Pages_follow_each_other_without_a_gap_or_a_double_in_both_directions()
    {
        var entries = await FillAsync();
        var selection = Select(new AuditFilter { Person = Alice }, All);
        var expected = entries.Where(e => Wants(selection.Filter, e)).Select(e => e.Sequence).ToList();

        var (back, before) = (new List<long>(), (long?)null);
        for (var page = 0; page == 0 || before is not null; page++)
        {
            var from = before;
            var found = await Store.Read(unit => unit.AuditSearch.NewestAsync(selection, from, 3, Stop));
            back.AddRange(found.Select(e => e.Sequence));
            before = found.Count == 0 ? null : found[^1].Sequence;
        }

        var (forth, after) = (new List<long>(), 0L);
        for (var count = 3; count == 3; )
        {
            var from = after;
            var found = await Store.Read(unit => unit.AuditSearch.OldestAsync(selection, from, 1000, 3, Stop));
            forth.AddRange(found.Select(e => e.Sequence));
            (count, after) = (found.Count, found.Count == 0 ? after : found[^1].Sequence);
        }

        Assert.Equal(expected, forth);
        Assert.Equal(expected.AsEnumerable().Reverse(), back);
        Assert.Equal((1, entries.Count), await Store.Read(unit => unit.AuditSearch.BoundsAsync(Stop)));
    }

    [Fact]
    public async Task An_entry_that_must_not_be_seen_is_not_there()
    {
        var entries = await FillAsync();
        foreach (var sight in Sights)
        {
            foreach (var entry in entries)
            {
                var found = await Store.Read(unit => unit.AuditSearch.FindAsync(sight, entry.Sequence, Stop));
                Assert.Equal(sight.Sees(entry.Event) ? entry : null, found);
            }
        }

        Assert.Null(await Store.Read(unit => unit.AuditSearch.FindAsync(All, 4711, Stop)));
    }

    [Fact]
    public async Task An_empty_audit_has_no_bounds() =>
        Assert.Null(await Store.Read(unit => unit.AuditSearch.BoundsAsync(Stop)));

    private static AuditSelection Select(AuditFilter filter, AuditSight sight) =>
        new(filter, sight, filter.Scope is { } scope ? [scope] : null);

    private static bool Wants(AuditFilter filter, AuditEntry entry)
    {
        var happened = entry.Event;
        return (filter.Since is null || entry.At >= filter.Since)
            && (filter.Until is null || entry.At < filter.Until)
            && (filter.Person is null || happened.Actor == filter.Person || happened.Subject == filter.Person)
            && (filter.Actor is null || happened.Actor == filter.Actor)
            && (filter.Subject is null || happened.Subject == filter.Subject)
            && (filter.Role is null || happened.Access?.Role == filter.Role)
            && (filter.Scope is null || happened.Place == filter.Scope)
            && (filter.Request is null || happened.Request == filter.Request)
            && (
                filter.Ticket is null
                || happened.Ticket?.Contains(filter.Ticket, StringComparison.OrdinalIgnoreCase) is true
            )
            && (filter.Actions is null || filter.Actions.Contains(happened.Action));
    }

    private async Task<IReadOnlyList<AuditEntry>> FillAsync()
    {
        PersonId?[] people = [null, Alice, Bob, new PersonId("carol")];
        RoleScope?[] accesses = [null, new(Directory, ScopeId.Directory), new(Azure, Sub), new(Azure, Other)];
        ScopeId?[] places = [null, Sub, Other];
        AuditAction[] actions =
        [
            AuditAction.ActivationRequested,
            AuditAction.RequestApproved,
            AuditAction.PolicyChanged,
        ];
        string?[] tickets = [null, "INC-%_123", "INC-x_123"];
        for (var i = 0; i < 64; i++)
        {
            var number = i;
            await Store.Commit(unit =>
                unit.Audit.Append(
                    new AuditEvent
                    {
                        Action = actions[number % 3],
                        Actor = people[number % 4],
                        Subject = people[number / 4 % 4],
                        Access = accesses[number / 16 % 4],
                        Scope = number < 16 && number % 2 == 0 ? places[number / 2 % 3] : null,
                        Request = number % 5 == 0 ? Request : null,
                        Ticket = tickets[number % 3],
                    }
                )
            );
            Clock.Advance(TimeSpan.FromHours(3));
        }

        return await Store.Read(unit => unit.Audit.ReadAsync(0, 1000, Stop));
    }
}

public sealed class SqliteAuditSearch : AuditSearchContract<SqliteEngine>;

public sealed class PostgresAuditSearch : AuditSearchContract<PostgresEngine>;
