using Microsoft.EntityFrameworkCore;
using PimBot.Application.Access;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Audit;
using PimBot.Domain.Policies;

namespace PimBot.Storage.Tests;

/// <summary>Each migration on data that the one before it left.</summary>
public sealed class MigrationTests
{
    private const string OldPolicy = """
        {"access":{"role":"role","scope":"/subscriptions/1"},"activation":{"maximum":"01:30:00",
        "require":"Mfa, Approval","approvers":[{"person":"carol"}],"window":"1.00:00:00"},
        "eligible":{"maximum":"90.00:00:00","require":"None"},"active":{"require":"Justification"},
        "notify":"Activation","version":3}
        """;

    private readonly Guid id = Guid.NewGuid();
    private readonly Guid otherId = Guid.NewGuid();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("SQLite")]
    [InlineData("PostgreSQL")]
    public async Task What_was_owed_before_there_were_lanes_is_delivered_by_its_own(string engine)
    {
        await using var old = await OldDatabase.CreateAsync(engine, "Initial");
        var due = old.Instant(Sample.Instant);
        await old.ExecuteAsync(
            $$"""
            INSERT INTO outbox (id, kind, order_key, payload, enqueued_at, due_at, fence, attempts, parked)
            VALUES ({{Text(id)}}, 'notice', 'person/a', '{}', {{due}}, {{due}}, 0, 0, FALSE),
                   ({{Text(otherId)}}, 'grant.ensure-revoked', 'access/a', '{}', {{due}}, {{due}}, 0, 0, FALSE)
            """
        );
        await using var store = await old.MigrateAsync();

        foreach (var (lane, message) in new[] { (OutboxLane.Access, otherId), (OutboxLane.Messages, id) })
        {
            var owed = await store.Commit(unit => unit.Outbox.ClaimAsync(lane, 10, TimeSpan.FromMinutes(1), Stop));
            Assert.Equal(message, Assert.Single(owed).Id);
        }
    }

    [Theory]
    [InlineData("SQLite")]
    [InlineData("PostgreSQL")]
    public async Task Assignments_of_before_administration_get_the_stage_and_the_due_time_of_their_times(string engine)
    {
        await using var old = await OldDatabase.CreateAsync(engine, "OutboxLanes");
        var now = new DateTimeOffset(DateTimeOffset.UtcNow.Ticks / 10_000_000 * 10_000_000, TimeSpan.Zero);
        Assignment[] left =
        [
            Left("permanent", null, null, AssignmentStage.Running),
            Left("running", now.AddDays(-1), now.AddDays(90), AssignmentStage.Running),
            Left("near", null, now.AddHours(1), AssignmentStage.Running),
            Left("scheduled", now.AddDays(1), now.AddDays(2), AssignmentStage.Scheduled),
            Left("over", null, now.AddDays(-1), AssignmentStage.Ended),
            Left("long over", now.AddDays(-90), now.AddDays(-31), AssignmentStage.Ended),
        ];
        foreach (var assignment in left)
        {
            await old.ExecuteAsync(
                $"""
                INSERT INTO assignments (id, person, role, scope, type, "start", "end")
                VALUES ({Text(assignment.Id)}, '{assignment.Person}', 'role', '/subscriptions/1', 'Eligible',
                    {InstantOrNull(assignment.Start)}, {InstantOrNull(assignment.End)})
                """
            );
        }

        await using var store = await old.MigrateAsync();
        foreach (var assignment in left)
        {
            Assert.Equal(assignment, await store.Read(unit => unit.Assignments.FindAsync(assignment.Id, Stop)));
        }

        Assert.Equal(["near", "long over"], await ClaimAsync(store));
        await using var db = old.Open();
        var due = await db.Assignments.ToDictionaryAsync(row => row.Id, row => row.DueAt, Stop);
        Assert.All(left, assignment => Assert.Equal(assignment.NextDue, due[assignment.Id]));

        string InstantOrNull(DateTimeOffset? instant) => instant is { } some ? old.Instant(some) : "NULL";
    }

    [Theory]
    [InlineData("SQLite")]
    [InlineData("PostgreSQL")]
    public async Task What_is_held_when_the_history_begins_is_held_since_before_it(string engine)
    {
        await using var old = await OldDatabase.CreateAsync(engine, "Administration");
        var end = new DateTimeOffset(2036, 3, 2, 8, 0, 0, TimeSpan.Zero);
        await old.ExecuteAsync(
            $"""
            INSERT INTO assignments (id, person, role, scope, type, stage, version, "end")
            VALUES ({Text(id)}, 'alice', 'role', '/subscriptions/1', 'Active', 'Running', 0, {old.Instant(end)});
            INSERT INTO groups (id, name) VALUES ('g', 'G');
            INSERT INTO group_members (group_id, person_id, is_owner, position)
            VALUES ('g', 'bob', FALSE, 0), ('g', 'carol', TRUE, 0);
            """
        );
        await using var store = await old.MigrateAsync();
        await store.Setup.MigrateAsync(Stop);

        Assert.Null(await store.Setup.CheckAsync(Stop));
        var (from, until) = (end.AddYears(-1), end.AddYears(1));
        var held = Assert.Single(
            await store.Read(unit => unit.History.AssignmentsAsync([Sample.Access.Role], from, until, 10, Stop))
        );
        Assert.Equal((id, null, end), (held.Assignment, held.From, held.Until!.Value));
        var member = Assert.Single(
            await store.Read(unit => unit.History.MembershipsAsync([new GroupId("g")], from, until, Stop))
        );
        Assert.Equal(("bob", null, null), (member.Person.Value, member.From, member.Until));
        var begin = await store.Read(unit => unit.History.BeginAsync(Stop));
        Assert.Equal(DateTimeOffset.UtcNow, begin!.Value, TimeSpan.FromMinutes(5));
    }

    [Theory]
    [InlineData("SQLite")]
    [InlineData("PostgreSQL")]
    public async Task Policies_requests_and_access_of_before_administration_stay_as_they_were(string engine)
    {
        await using var old = await OldDatabase.CreateAsync(engine, "OutboxLanes");
        var at = old.Instant(Sample.Instant);
        await old.ExecuteAsync(
            $$"""
            INSERT INTO policies (role, scope, version, body) VALUES ('role', '/subscriptions/1', 3, '{{OldPolicy}}');
            INSERT INTO activation_requests (id, action, requester, role, scope, state, created_at, ask, policy, asked,
                decide_by, due_at, version)
            VALUES ({{Text(id)}}, 'SelfActivate', 'alice', 'role', '/subscriptions/1', 'PendingApproval', {{at}},
                '{"duration":"01:00:00"}', '{{OldPolicy}}', '["carol"]', {{at}}, {{at}}, 4);
            INSERT INTO local_access (grant_id, person, role, scope, since)
            VALUES ({{Text(otherId)}}, 'alice', 'role', '/subscriptions/1', {{at}});
            """
        );
        await using var store = await old.MigrateAsync();

        var policy = await store.Read(unit => unit.Directory.PolicyAsync(Sample.Access, Stop));
        Assert.Equal((3, TimeSpan.FromMinutes(90)), (policy.Version, policy.Activation.Maximum));
        Assert.True(policy.Activation.IsDecisionReasonRequired);
        Assert.Empty(policy.Notifications);
        var about = policy.Notification(NotificationRecipient.Administrators, NotificationEvents.Activation);
        Assert.True(about.IsDefaultRecipientsEnabled);
        var request = Assert.Single(
            await store.Commit(unit => unit.Requests.ClaimDueAsync(10, TimeSpan.FromMinutes(1), Stop))
        );
        Assert.Equal(
            (id, 4, false, false),
            (request.Id.Value, request.Version, request.IsEscalated, request.IsPolicyFrozen)
        );
        await store.Commit(unit => unit.Requests.Update(request, request with { State = RequestState.TimedOut }));
        var held = Assert.Single(await store.LocalAccess.HeldByAsync(new PersonId("alice"), Stop));
        var alice = new PersonId("alice");
        Assert.Equal(new LocalAccess(new GrantId(otherId), alice, Sample.Access, Sample.Instant), held);
    }

    [Theory]
    [InlineData("SQLite")]
    [InlineData("PostgreSQL")]
    public async Task Audit_entries_of_before_there_were_sources_keep_their_hashes(string engine)
    {
        await using var old = await OldDatabase.CreateAsync(engine, "Administration");
        // Written and hashed by the version before.
        var (first, second) = (
            "1f621c785f5b3f95ffa8528f79893f70bee7ea063498e40e358e337eead82fc2",
            "ae2913a2a9381857e66dc82e09420354f6ee458ccb3774db22cf277401d4686a"
        );
        await old.ExecuteAsync(
            $"""
            INSERT INTO audit_entries (sequence, at, action, actor, subject, role, scope, request_id, grant_id, reason,
                ticket, detail, previous_hash, hash)
            VALUES (1, {old.Instant(Sample.Instant)}, 'DirectoryLoaded', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
                    'people=1', '{AuditChain.Beginning}', '{first}'),
                   (2, {old.Instant(Sample.Instant)}, 'ActivationRequested', 'alice', 'alice', 'role',
                    '/subscriptions/1', '3F2504E0-4F89-11D3-9A0C-0305E82C3301', NULL, 'Grüße', 'INC-1', 'group=g',
                    '{first}', '{second}');
            UPDATE audit_head SET sequence = 2, hash = '{second}';
            """
        );
        await using var store = await old.MigrateAsync();
        await store.Commit(unit =>
        {
            unit.Audit.From(new AuditOrigin("chat:msteams", "turn"));
            unit.Audit.Append(Sample.Event());
        });

        var entries = await store.Read(unit => unit.Audit.ReadAsync(0, 10, Stop));
        Assert.Equal([first, second], entries.Take(2).Select(entry => entry.Hash));
        Assert.Equal("chat:msteams", entries[2].Event.Source);
        Assert.Null(AuditChain.FirstFault(entries, AuditChain.Beginning, 1));
    }

    private static Assignment Left(string person, DateTimeOffset? start, DateTimeOffset? end, AssignmentStage stage) =>
        Sample.Assignment(person) with
        {
            Start = start,
            End = end,
            Stage = stage,
        };

    private static async Task<IEnumerable<string>> ClaimAsync(TestStore store)
    {
        var claimed = await store.Commit(unit => unit.Assignments.ClaimDueAsync(10, TimeSpan.FromMinutes(1), Stop));
        return claimed.Select(assignment => assignment.Person!.Value.Value);
    }

    private static string Text(Guid id) => $"'{id.ToString().ToUpperInvariant()}'";
}
