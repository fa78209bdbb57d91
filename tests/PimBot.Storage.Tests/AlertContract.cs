using PimBot.Application.Alerts;
using PimBot.Domain.Access;
using PimBot.Domain.Alerts;
using PimBot.Domain.Audit;

namespace PimBot.Storage.Tests;

public abstract class AlertContract<TEngine> : StorageContract<TEngine>
    where TEngine : TestEngine, new()
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private static readonly AlertKey Key = new(AlertKind.StaleSignIn, new ScopeId(Sample.Hostile));

    [Fact]
    public async Task Every_part_of_an_alert_is_read_as_it_was_written()
    {
        Assert.Equal(Alert.New(Key), await Find());
        var full = Alert.New(Key) with
        {
            IsEnabled = false,
            Set = new AlertThresholds
            {
                Days = 1,
                Count = 2,
                Percentage = 3,
                Hours = 4,
            },
            DismissedAt = Sample.Instant,
            DismissedBy = new PersonId(Sample.Hostile),
            ChangedAt = Sample.Instant,
        };
        await Store.Commit(unit => unit.Alerts.Save(Alert.New(Key), full));
        Assert.Equal(full with { Version = 1 }, await Find());
        await Store.Commit(unit => unit.Alerts.Save(full with { Version = 1 }, Alert.New(Key)));
        Assert.Equal(
            Alert.New(Key) with
            {
                Version = 2,
            },
            Assert.Single(await Store.Read(u => u.Alerts.AllAsync(Stop)))
        );
    }

    [Fact]
    public async Task Of_two_who_change_an_alert_one_runs_again()
    {
        await using var other = Engine.Open();
        TestStore[] stores = [Store, other];
        await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(i =>
                    stores[i % 2]
                        .Commit(async unit =>
                        {
                            var before = await unit.Alerts.FindAsync(Key, Stop);
                            var days = before.Thresholds.Days!.Value + 1;
                            unit.Alerts.Save(before, before with { Set = new AlertThresholds { Days = days } });
                        })
                )
        );
        Assert.Equal((36, 6), ((await Find()).Thresholds.Days!.Value, (int)(await Find()).Version));
    }

    [Fact]
    public async Task Incidents_are_opened_changed_counted_listed_and_closed()
    {
        var full = Incident("full") with
        {
            Person = new PersonId(Sample.Hostile),
            Group = new GroupId(Sample.Hostile),
            Assignment = Guid.NewGuid(),
            Outside = Sample.Hostile,
            Since = Sample.Instant,
            Count = 7,
            ToldAt = Sample.Instant,
            RemovalOrderedAt = Sample.Instant,
        };
        var newer = Incident("newer") with { FoundAt = Sample.Instant.AddDays(1) };
        var elsewhere = Incident("elsewhere") with { Alert = Key with { Scope = ScopeId.Directory } };
        await Store.Commit(unit => Array.ForEach([full, newer, elsewhere], unit.Alerts.Open));

        Assert.Equal([newer, full], await Store.Read(u => u.Alerts.IncidentsAsync(Key, 0, 10, Stop)));
        Assert.Equal([full], await Store.Read(u => u.Alerts.IncidentsAsync(Key, 1, 1, Stop)));
        Assert.Equal(3, (await Store.Read(u => u.Alerts.IncidentsAsync(Key.Kind, Stop))).Count);
        Assert.Equal(2, await Store.Read(u => u.Alerts.CountAsync(Key, Stop)));
        var counts = await Store.Read(u => u.Alerts.CountAsync(Stop));
        Assert.Equal((2, 1), (counts[Key], counts[elsewhere.Alert]));
        var untold = await Store.Read(u => u.Alerts.UntoldAsync([Key.Kind], 10, Stop));
        Assert.Equivalent(new[] { newer.Id, elsewhere.Id }, untold.Select(i => i.Id), strict: true);

        await Store.Commit(async unit =>
        {
            unit.Alerts.Update(newer with { ToldAt = Sample.Instant });
            await unit.Alerts.CloseAsync([full.Id, Guid.NewGuid()], Stop);
        });
        var left = Assert.Single(await Store.Read(u => u.Alerts.IncidentsAsync([full.Id, newer.Id], Stop)));
        Assert.Equal(newer with { ToldAt = Sample.Instant }, left);
    }

    [Fact]
    public async Task Of_many_who_open_the_same_incident_one_does()
    {
        await using var other = Engine.Open();
        TestStore[] stores = [Store, other];
        var opened = await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(i =>
                    stores[i % 2]
                        .Commit(async unit =>
                        {
                            var known = await unit.Alerts.IncidentsAsync([Incident("one").Id], Stop);
                            if (known.Count == 0)
                            {
                                unit.Alerts.Open(Incident("one"));
                            }

                            return known.Count == 0;
                        })
                )
        );
        Assert.Single(opened, isOpened => isOpened);
    }

    [Fact]
    public async Task One_scans_at_a_time_and_who_lost_the_scan_saves_nothing()
    {
        var first = await Claim();
        Assert.NotNull(first);
        Assert.Equal(Clock.GetUtcNow(), first.WatchedSince);
        Assert.Null(await Claim());
        Clock.Advance(Lease);
        var second = await Claim();
        Assert.NotNull(second);
        Assert.Equal(first.WatchedSince, second.WatchedSince);
        Assert.False(await Store.Commit(unit => unit.Alerts.RenewScanAsync(first, Lease, Stop)));
        Assert.False(await Complete(first, 7));
        Assert.True(await Store.Commit(unit => unit.Alerts.RenewScanAsync(second, Lease, Stop)));
        Assert.True(await Complete(second, 8));
        var scan = await Store.Read(u => u.Alerts.ScanAsync(Stop));
        Assert.Equal((8, Clock.GetUtcNow(), null), (scan.AuditSequence, scan.ScannedAt!.Value, scan.LeasedUntil));
        Assert.NotNull(await Claim());
    }

    [Fact]
    public async Task Who_asks_during_a_scan_is_answered_by_the_next()
    {
        await Store.Commit(unit => unit.Alerts.RequestScanAsync(Stop));
        var scan = (await Claim())!;
        await Complete(scan, 0);
        Assert.Null((await Store.Read(u => u.Alerts.ScanAsync(Stop))).RequestedAt);
        scan = (await Claim())!;
        Clock.Advance(TimeSpan.FromSeconds(1));
        await Store.Commit(unit => unit.Alerts.RequestScanAsync(Stop));
        await Complete(scan, 0);
        Assert.NotNull((await Store.Read(u => u.Alerts.ScanAsync(Stop))).RequestedAt);
    }

    [Fact]
    public async Task What_was_not_activated_since_then_is_found_with_its_last_activation()
    {
        var (now, role) = (Clock.GetUtcNow(), Sample.Access.Role);
        var since = now.AddDays(-30);
        var (never, longAgo, lately, active) = (
            Sample.Assignment("never"),
            Sample.Assignment("long ago") with
            {
                CreatedAt = since,
            },
            Sample.Assignment("lately"),
            Sample.Assignment("active") with
            {
                Type = AssignmentType.Active,
            }
        );
        await AddAll(
            never,
            longAgo,
            lately,
            active,
            Sample.Assignment("new") with
            {
                CreatedAt = since.AddMicroseconds(1),
            },
            Sample.Assignment("over") with
            {
                End = now,
            }
        );
        await Store.Commit(unit =>
        {
            unit.Grants.Add(Ended("long ago", since.AddDays(-1)));
            unit.Grants.Add(Ended("long ago", since));
            unit.Grants.Add(Ended("lately", since.AddMicroseconds(1)));
        });

        var found = await Store.Read(u => u.AlertFacts.UnusedAsync([role, new RoleId("x")], since, Stop));
        Assert.Equivalent(
            new[] { new UnusedEligibility(never, null, false), new UnusedEligibility(longAgo, since, false) },
            found,
            strict: true
        );
        Assert.Empty(await Store.Read(u => u.AlertFacts.UnusedAsync([new RoleId("x")], since, Stop)));
    }

    [Fact]
    public async Task Holders_are_found_by_their_last_sign_in()
    {
        var since = Clock.GetUtcNow().AddDays(-30);
        await AddAll(Sample.Assignment("gone"), Sample.Assignment("here"), Sample.Assignment("unknown"));
        await Store.Commit(unit =>
        {
            unit.Directory.Add(Sample.Person("gone") with { LastSignIn = since });
            unit.Directory.Add(Sample.Person("here") with { LastSignIn = since.AddMicroseconds(1) });
            unit.Directory.Add(Sample.Person("unknown"));
        });
        var found = Assert.Single(
            await Store.Read(u => u.AlertFacts.NotSignedInAsync([Sample.Access.Role], since, Stop))
        );
        Assert.Equal(("gone", since), (found.Assignment.Person!.Value.Value, found.LastSignIn!.Value));
    }

    [Fact]
    public async Task Repeated_activations_and_eligibilities_are_found()
    {
        var since = Clock.GetUtcNow().AddDays(-1);
        await Store.Commit(unit =>
        {
            foreach (var hour in new[] { 1, 2, 3 })
            {
                unit.Grants.Add(Ended("often", since.AddHours(hour)));
            }

            unit.Grants.Add(Ended("often", since));
            unit.Grants.Add(Ended("seldom", since.AddHours(1)));
        });
        var often = Assert.Single(
            await Store.Read(u => u.AlertFacts.ActivatedAsync([Sample.Access.Role], since, 3, Stop))
        );
        Assert.Equal(new RepeatedActivation(new PersonId("often"), Sample.Access, 3, since.AddHours(3)), often);
        Assert.Empty(await Store.Read(u => u.AlertFacts.ActivatedAsync([Sample.Access.Role], since, 4, Stop)));

        var elsewhere = Sample.Access with { Scope = new ScopeId("/other") };
        var ofGroup = Sample.Assignment() with { Person = null, Group = new GroupId("g") };
        await AddAll(
            Sample.Assignment("twice"),
            Sample.Assignment("twice") with
            {
                Access = elsewhere,
            },
            Sample.Assignment("once"),
            ofGroup,
            ofGroup with
            {
                Id = Guid.NewGuid(),
                Access = elsewhere,
            }
        );
        var repeated = await Store.Read(u => u.AlertFacts.RepeatedAsync([Sample.Access.Role], Stop));
        Assert.Equal(4, repeated.Count);
        Assert.DoesNotContain(repeated, a => a.Person?.Value == "once");
    }

    [Fact]
    public async Task A_change_shows_in_the_audit_and_what_scans_record_does_not()
    {
        var before = await Store.Read(u => u.AlertFacts.LastAuditSequenceAsync(Stop));
        await Store.Commit(unit => unit.Audit.Append(new AuditEvent { Action = AuditAction.AlertIncidentOpened }));
        Assert.Equal(before + 1, await Store.Read(u => u.AlertFacts.LastAuditSequenceAsync(Stop)));
        Assert.False(await Store.Read(u => u.AlertFacts.HasChangedSinceAsync(before, Stop)));
        await Store.Commit(unit => unit.Audit.Append(new AuditEvent { Action = AuditAction.PolicyChanged }));
        Assert.True(await Store.Read(u => u.AlertFacts.HasChangedSinceAsync(before, Stop)));
        Assert.False(await Store.Read(u => u.AlertFacts.HasChangedSinceAsync(before + 2, Stop)));
    }

    [Fact]
    public async Task Rows_that_somebody_else_added_are_listed_and_removed_and_ours_are_not()
    {
        var person = new PersonId("alice");
        var own = new Application.Access.TargetGrant(new GrantId(Guid.NewGuid()), person, Sample.Access);
        var outside = new OutsideAccess($"{Guid.NewGuid()}", person, null, Sample.Access, Sample.Instant);
        await Store.LocalAccess.EnsureAsync(own, Sample.Instant, Stop);
        await Store.OutsideAccess.AddAsync(outside, Stop);
        Assert.Equal([outside], await Store.OutsideAccess.ListAsync(Stop));
        Assert.Equal(2, (await Store.LocalAccess.HeldByAsync(person, Stop)).Count);

        await Store.LocalAccess.RemoveAsync(new GrantId(Guid.Parse(outside.Id)), Stop);
        Assert.Single(await Store.OutsideAccess.ListAsync(Stop));
        Assert.True(await Store.OutsideAccess.RemoveAsync($"{own.Id}", Stop));
        Assert.True(await Store.LocalAccess.HoldsAsync(own.Id, Stop));
        Assert.True(await Store.OutsideAccess.RemoveAsync(outside.Id, Stop));
        Assert.True(await Store.OutsideAccess.RemoveAsync(outside.Id, Stop));
        Assert.Empty(await Store.OutsideAccess.ListAsync(Stop));
    }

    private static AlertIncident Incident(string subject) =>
        new()
        {
            Id = AlertIncident.IdOf(Key, subject),
            Alert = Key,
            Access = Sample.Access,
            FoundAt = Sample.Instant,
        };

    private static Grant Ended(string person, DateTimeOffset from) =>
        Sample.ActiveGrant(person, from) with
        {
            State = GrantState.Revoked,
        };

    private Task<Alert> Find() => Store.Read(unit => unit.Alerts.FindAsync(Key, Stop));

    private Task<AlertScan?> Claim() => Store.Commit(unit => unit.Alerts.ClaimScanAsync(Lease, Stop));

    private Task<bool> Complete(AlertScan scan, long sequence) =>
        Store.Commit(unit => unit.Alerts.CompleteScanAsync(scan, unit.Now, sequence, Stop));

    private Task AddAll(params Assignment[] assignments) =>
        Store.Commit(unit => Array.ForEach(assignments, unit.Assignments.Add));
}

public sealed class SqliteAlerts : AlertContract<SqliteEngine>;

public sealed class PostgresAlerts : AlertContract<PostgresEngine>;
