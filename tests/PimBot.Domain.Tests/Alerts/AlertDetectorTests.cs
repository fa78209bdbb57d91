using PimBot.Domain.Access;
using PimBot.Domain.Alerts;

namespace PimBot.Domain.Tests.Alerts;

/// <summary>What is an incident, at the borders; the same finding has the same identity.</summary>
public sealed class AlertDetectorTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 31, 8, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);
    private static readonly AlertThresholds Days30 = new() { Days = 30 };
    private static readonly RoleScope Access = new(new RoleId("role"), ScopeId.Directory);

    [Fact]
    public void Unused_counts_from_the_newest_of_activation_assignment_and_the_first_look()
    {
        var since = Now - TimeSpan.FromDays(30);
        Assert.Single(Unused(since));
        Assert.Empty(Unused(since + Tick));
        Assert.Empty(Unused(since, lastActivation: since + Tick));
        Assert.Single(Unused(since, lastActivation: since));
        Assert.Single(Unused(Now, created: since));
        Assert.Empty(Unused(since, created: since + Tick));
        Assert.Empty(Unused(since, start: since + Tick));
        Assert.Empty(Unused(since, isActive: true));
        Assert.Single(Unused(Now, days: 0));
    }

    [Fact]
    public void Stale_is_who_is_known_to_be_away_for_the_days()
    {
        var since = Now - TimeSpan.FromDays(30);
        Assert.Single(Stale(since, PersonKind.Member));
        Assert.Empty(Stale(since + Tick, PersonKind.Member));
        Assert.Single(Stale(since - Tick, PersonKind.Guest));
        Assert.Empty(Stale(null, PersonKind.Member));
        Assert.Empty(Stale(since, PersonKind.Emergency));
    }

    [Theory]
    [InlineData(5, 100, 4, 0)]
    [InlineData(6, 60, 10, 0)]
    [InlineData(6, 59, 10, 6)]
    [InlineData(6, 6, 100, 0)]
    [InlineData(6, 6, 99, 6)]
    public void Administrators_are_too_many_above_number_and_share(int many, int all, int percentage, int found) =>
        Assert.Equal(
            found,
            AlertDetector
                .TooManyGlobalAdministrators(
                    [.. Enumerable.Range(0, many).Select(i => (Held($"p{i}"), (PersonKind?)PersonKind.Member))],
                    all,
                    new AlertThresholds { Count = 5, Percentage = percentage }
                )
                .Count()
        );

    [Fact]
    public void The_same_finding_has_the_same_identity_and_another_has_another()
    {
        var assignment = Held("alice");
        var first = Found(assignment, Now - TimeSpan.FromDays(31));
        var later = Found(assignment, Now - TimeSpan.FromDays(40));
        Assert.Equal(first.Id, later.Id);
        Assert.NotEqual(first.Id, Found(Held("alice"), Now - TimeSpan.FromDays(31)).Id);
        Assert.False(first.IsAsFound(later));

        static AlertIncident Found(Assignment assignment, DateTimeOffset at) =>
            Assert.Single(AlertDetector.Stale([new SignedInHolder(assignment, PersonKind.Member, at)], Days30, Now));
    }

    [Fact]
    public void Nested_scopes_are_found_however_deep_and_a_loop_ends()
    {
        ScopeId?[] above = [null, new("/0"), new("/1"), new("/2")];
        ScopeId? Above(ScopeId scope) =>
            scope.Value == "/loop"
                ? scope
                : above[int.Parse(scope.Value[1..], System.Globalization.CultureInfo.InvariantCulture)];
        Assignment At(string scope) => Held("alice") with { Access = Access with { Scope = new ScopeId(scope) } };

        var found = AzureAlertDetector.Duplicates([At("/0"), At("/3"), At("/loop")], Above, Now);

        Assert.Equal("/3", Assert.Single(found).Alert.Scope.Value);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(365, true)]
    [InlineData(0, false)]
    [InlineData(366, false)]
    [InlineData(null, false)]
    public void Thresholds_keep_to_their_range(int? days, bool isPossible) =>
        Assert.Equal(
            isPossible,
            AlertThresholdRules
                .Check(AlertDefinitions.Of(AlertKind.StaleSignIn), new AlertThresholds { Days = days })
                .Count == 0
        );

    [Fact]
    public void Every_default_is_possible_and_a_foreign_number_is_not()
    {
        Assert.All(AlertDefinitions.All, d => Assert.Empty(AlertThresholdRules.Check(d, d.Defaults)));
        Assert.All(
            AlertDefinitions.All.Where(d => d.Defaults.Hours is null),
            d => Assert.Single(AlertThresholdRules.Check(d, d.Defaults with { Hours = 5 }))
        );
        Assert.Equal(Enum.GetValues<AlertKind>().Order(), AlertDefinitions.All.Select(d => d.Kind).Order());
    }

    [Fact]
    public void A_scan_is_due_by_schedule_by_request_and_after_a_change_has_settled()
    {
        var (hour, scan) = (TimeSpan.FromHours(1), new AlertScan { ScannedAt = Now });
        Assert.True(new AlertScan().IsDue(hour, false, Now));
        Assert.False(scan.IsDue(hour, false, Now + hour - Tick));
        Assert.True(scan.IsDue(hour, false, Now + hour));
        Assert.False(scan.IsDue(hour, true, Now + AlertScan.Settle - Tick));
        Assert.True(scan.IsDue(hour, true, Now + AlertScan.Settle));
        Assert.True((scan with { RequestedAt = Now }).IsDue(hour, false, Now));
        Assert.False((scan with { RequestedAt = Now, LeasedUntil = Now + Tick }).IsDue(hour, true, Now));
    }

    private static Assignment Held(string person) =>
        new()
        {
            Id = Guid.NewGuid(),
            Person = new PersonId(person),
            Access = Access,
            Type = AssignmentType.Eligible,
        };

    private static IEnumerable<AlertIncident> Unused(
        DateTimeOffset watchedSince,
        DateTimeOffset? lastActivation = null,
        DateTimeOffset? created = null,
        DateTimeOffset? start = null,
        bool isActive = false,
        int days = 30
    ) =>
        AlertDetector.Unused(
            [
                new UnusedEligibility(
                    Held("alice") with
                    {
                        CreatedAt = created,
                        Start = start,
                    },
                    lastActivation,
                    isActive
                ),
            ],
            new AlertThresholds { Days = days },
            watchedSince,
            Now
        );

    private static IEnumerable<AlertIncident> Stale(DateTimeOffset? lastSignIn, PersonKind kind) =>
        AlertDetector.Stale([new SignedInHolder(Held("alice"), kind, lastSignIn)], Days30, Now);
}
