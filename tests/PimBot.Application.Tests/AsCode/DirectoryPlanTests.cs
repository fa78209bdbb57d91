using PimBot.Application.Access;
using PimBot.Application.Access.AsCode;
using PimBot.Application.Tests.Access;
using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Application.Tests.AsCode;

public sealed class DirectoryPlanTests
{
    private static readonly DateTimeOffset Now = DirectorySample.Now;

    private static readonly DirectoryContents Sample = DirectorySample.Read(DirectorySample.Json).Contents!;

    [Fact]
    public void A_file_differs_from_what_was_loaded_from_it_in_nothing()
    {
        var later = DirectoryDocument.Parse(DirectorySample.Json, Now.AddDays(3)).Contents!;

        var plan = DirectoryPlanner.Plan(Sample, later, prune: true, Now.AddDays(3));

        Assert.Equal(["Nothing to do: the store has what the file says."], DirectoryPlanText.Lines(plan));
        Assert.False(plan.HasChanges || plan.HasDrift);
    }

    [Fact]
    public void Any_directory_differs_from_its_export_in_nothing()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var contents = new RandomDirectory(seed).Make();
            var json = DirectoryJsonWriter.Write(DirectoryWriter.Write(contents, RandomDirectory.Now));
            var file = DirectoryDocument.Parse(json, RandomDirectory.Now).Contents!;

            var plan = DirectoryPlanner.Plan(contents, file, prune: true, RandomDirectory.Now);

            Assert.False(plan.HasChanges || plan.HasDrift, string.Join('\n', DirectoryPlanText.Lines(plan)));
        }
    }

    [Fact]
    public void A_stricter_setting_is_said_to_apply_to_requests_under_way() =>
        AssertSays(
            "  Exchange Administrator at X: longest activation 2 hours → 1 hour (stricter; applies to requests under way)",
            "policies.0.activation.maximum",
            "\"PT1H\""
        );

    [Theory]
    [InlineData(
        "policies.0.activation.maximum",
        "\"PT2H30M\"",
        "longest activation 2 hours → 2 hours 30 minutes (looser; applies to new requests only)"
    )]
    [InlineData(
        "policies.0.activation.require",
        "[\"mfa\", \"ticket\"]",
        "ticket on activation not required → required (stricter; applies to requests under way)"
    )]
    [InlineData(
        "policies.0.active",
        "{ \"maximum\": \"P30D\" }",
        "longest active assignment permanent → 30 days (stricter; applies to new assignments)"
    )]
    [InlineData(
        "policies.0.eligible",
        "{ \"offeredMaximum\": \"P30D\" }",
        "offered length of eligible assignments the default → 30 days"
    )]
    [InlineData(
        "policies.0.activation.decisionReason",
        "false",
        "approver's reason required → not required (looser; applies to new requests only)"
    )]
    [InlineData(
        "policies.0.notify",
        "[\"activation\", \"eligibleAssignment\"]",
        "notices of active assignments to administrators on → off"
    )]
    [InlineData(
        "policies.0.notifications",
        "[{ \"recipient\": \"approvers\", \"event\": \"activation\", \"further\": [\"a@x.example\"], \"criticalOnly\": true }]",
        "notices of activations to approvers on → on, also to a@x.example, critical only"
    )]
    public void Every_setting_has_its_words(string path, string value, string words) =>
        AssertSays($"  Exchange Administrator at X: {words}", path, value);

    [Theory]
    [InlineData(
        "approvers",
        "[ { \"person\": \"ann\" } ]",
        "approvers holders of Owner, Ann, group Ops → Ann (applies to requests under way)"
    )]
    [InlineData("window", "\"PT4H\"", "time to decide 1 day → 4 hours (stricter; applies to requests under way)")]
    [InlineData(
        "channel",
        "{ \"conversation\": \"19:x\", \"name\": \"Desk\" }",
        "approvers' channel none → Desk (19:x) (applies to requests under way)"
    )]
    public void Approval_has_its_words(string key, string value, string words) =>
        AssertSays($"  Owner at Sub: {words}", $"policies.1.activation.{key}", value);

    [Fact]
    public void A_policy_that_the_file_lacks_gives_way_to_the_default()
    {
        var lines = Lines(DirectorySample.With("policies.0", null).Contents!);

        Assert.Contains(
            "  Exchange Administrator at X: the published default holds again: longest activation 2 hours → 8 hours (looser; applies to new requests only)",
            lines
        );
    }

    [Fact]
    public void A_file_without_the_section_leaves_all_policies_alone()
    {
        var contents = DirectorySample.With("policies", null).Contents!;

        Assert.Empty(contents.Policies);
        Assert.DoesNotContain(Lines(contents), line => line.Contains("default holds again", StringComparison.Ordinal));
    }

    [Fact]
    public void A_policy_that_only_says_the_default_is_no_difference()
    {
        var access = new RoleScope(new RoleId("desk"), ScopeId.Directory);
        var present = Sample with { Policies = [.. Sample.Policies.Where(p => p.Access != access)] };
        var wanted = Sample with { Policies = [.. present.Policies, RolePolicy.Default(access)] };

        Assert.False(DirectoryPlanner.Plan(present, wanted, prune: false, Now).HasChanges);
        Assert.False(DirectoryPlanner.Plan(wanted, present, prune: false, Now).HasChanges);
    }

    [Fact]
    public void An_assignment_that_the_file_lacks_is_drift_and_is_lost_only_when_pruned()
    {
        var file = DirectorySample.With("assignments.0", null).Contents!;

        var kept = DirectoryPlanner.Plan(Sample, file, prune: false, Now);
        var pruned = DirectoryPlanner.Plan(Sample, file, prune: true, Now);

        Assert.Equal(
            [
                "In the store and not in the file (stays as it is)",
                "  Assignments",
                "    Ann keeps eligible Exchange Administrator",
                "Nothing to do. Not in the file: 1 entry.",
            ],
            DirectoryPlanText.Lines(kept)
        );
        Assert.Equal((false, true), (kept.HasChanges, kept.HasDrift));
        Assert.Equal(
            ["Assignments", "  Ann loses eligible Exchange Administrator", "To do: 1 change."],
            DirectoryPlanText.Lines(pruned)
        );
    }

    [Fact]
    public void What_many_lose_is_said_once()
    {
        var many = Enumerable
            .Range(1, 12)
            .Select(i => new Person
            {
                Id = new PersonId($"p{i:00}"),
                Name = $"P{i:00}",
                Kind = PersonKind.Member,
            })
            .ToList();
        var present = Sample with
        {
            People = [.. Sample.People, .. many],
            Assignments =
            [
                .. Sample.Assignments,
                .. many.Select(p => Sample.Assignments[0] with { Id = Guid.NewGuid(), Person = p.Id }),
            ],
        };
        var wanted = present with { Assignments = Sample.Assignments };

        Assert.Contains(
            "  12 people lose eligible Exchange Administrator: P01, P02, P03 and 9 more",
            DirectoryPlanText.Lines(DirectoryPlanner.Plan(present, wanted, prune: true, Now))
        );
        Assert.Contains(
            "    12 people keep eligible Exchange Administrator: P01, P02, P03 and 9 more",
            DirectoryPlanText.Lines(DirectoryPlanner.Plan(present, wanted, prune: false, Now))
        );
    }

    [Fact]
    public void A_new_end_is_a_change_of_the_same_assignment()
    {
        var plan = DirectoryPlanner.Plan(
            Sample,
            DirectorySample.With("assignments.0.end", "\"2026-12-24\"").Contents!,
            false,
            Now
        );

        var edit = Assert.Single(plan.Assignments);
        Assert.Equal(Sample.Assignments[0].Id, edit.Before!.Id);
        Assert.Contains(
            "  Ann, eligible Exchange Administrator: holds permanent → until 2026-12-24 00:00 UTC",
            DirectoryPlanText.Lines(plan)
        );
    }

    [Fact]
    public void Eligible_becomes_active_in_one_step_when_pruned()
    {
        var file = DirectorySample.With("assignments.0.type", "\"active\"").Contents!;

        var plan = DirectoryPlanner.Plan(Sample, file, prune: true, Now);

        Assert.Equal(
            [
                "Assignments",
                "  Ann becomes active instead of eligible Exchange Administrator, permanent",
                "To do: 1 change.",
            ],
            DirectoryPlanText.Lines(plan)
        );
        Assert.Equal(Sample.Assignments[0].Id, Assert.Single(plan.Assignments).Before!.Id);
    }

    [Fact]
    public void An_end_that_counts_from_the_load_counts_from_when_the_assignment_was_made()
    {
        var made = Now.AddDays(-40);
        var store = Sample.Assignments[1] with
        {
            Id = Guid.NewGuid(),
            Start = made,
            CreatedAt = made,
            End = made.AddDays(90),
        };
        var present = Sample with { Assignments = [Sample.Assignments[0], store, Sample.Assignments[2]] };

        Assert.False(DirectoryPlanner.Plan(present, Sample, prune: true, Now).HasChanges);
        var shorter = present with
        {
            Assignments = [Sample.Assignments[0], store with { End = made.AddDays(60) }, Sample.Assignments[2]],
        };
        Assert.True(DirectoryPlanner.Plan(shorter, Sample, prune: true, Now).HasChanges);
    }

    [Fact]
    public void The_last_holder_who_is_kept_past_the_end_is_no_difference()
    {
        var end = Now.AddHours(-1);
        var present = Sample with
        {
            Assignments =
            [
                .. Sample.Assignments.Skip(1),
                Sample.Assignments[0] with
                {
                    End = Now.AddMinutes(15),
                    KeptSince = end,
                },
            ],
        };
        var file = Sample with
        {
            Assignments = [.. Sample.Assignments.Skip(1), Sample.Assignments[0] with { End = Now.AddMinutes(10) }],
        };

        Assert.False(DirectoryPlanner.Plan(present, file, prune: true, Now).HasChanges);
    }

    [Theory]
    [InlineData("people.0.mail", "\"a@x.example\"", "People", "  Ann: mail none → a@x.example")]
    [InlineData("people.1.kind", "\"guest\"", "People", "  Ben: kind member → guest")]
    [InlineData("people.1.linkedTo", null, "People", "  Ben: linked to Ann → none")]
    [InlineData("groups.0.members", "[\"ben\", \"bot\"]", "Groups", "  Ops: members 2 (without Ann) → 2 (with Bot)")]
    [InlineData("scopes.2.name", "\"Sub 2\"", "Scopes", "  Sub 2: name Sub → Sub 2")]
    [InlineData("roles.1.privileged", "false", "Roles", "  Desk: privileged yes → no")]
    [InlineData("people.+", "{ \"id\": \"new\", \"name\": \"New\" }", "People", "  New is added")]
    public void People_groups_scopes_and_roles_have_their_words(
        string path,
        string? value,
        string title,
        string line
    ) => Assert.Equal([title, line, "To do: 1 change."], Lines(DirectorySample.With(path, value).Contents!));

    [Fact]
    public void The_order_of_members_is_no_difference() =>
        Assert.False(
            DirectoryPlanner
                .Plan(Sample, DirectorySample.With("groups.0.members", "[\"ben\", \"ann\"]").Contents!, false, Now)
                .HasChanges
        );

    [Fact]
    public void People_and_roles_that_the_file_lacks_stay()
    {
        var present = Sample with
        {
            People =
            [
                .. Sample.People,
                new Person
                {
                    Id = new PersonId("eve"),
                    Name = "Eve",
                    Kind = PersonKind.Guest,
                },
            ],
        };

        Assert.Equal(
            [
                "In the store and not in the file (stays as it is)",
                "  People",
                "    Eve",
                "Nothing to do. Not in the file: 1 entry.",
            ],
            DirectoryPlanText.Lines(DirectoryPlanner.Plan(present, Sample, prune: true, Now))
        );
    }

    [Fact]
    public void A_sign_in_is_an_observation_and_no_setting()
    {
        var seen = Sample with
        {
            People = [Sample.People[0] with { LastSignIn = Now.AddDays(-1) }, .. Sample.People.Skip(1)],
        };
        var earlier = DirectorySample.With("people.0.lastSignIn", "\"2026-01-01\"").Contents!;
        var relative = DirectorySample.With("people.0.lastSignIn", "\"-PT1H\"").Contents!;
        var later = DirectorySample.With("people.0.lastSignIn", "\"2026-03-02T08:00:00Z\"").Contents!;

        Assert.False(DirectoryPlanner.Plan(seen, Sample, false, Now).HasChanges);
        Assert.False(DirectoryPlanner.Plan(seen, earlier, false, Now).HasChanges);
        Assert.False(DirectoryPlanner.Plan(seen, relative, false, Now).HasChanges);
        Assert.True(DirectoryPlanner.Plan(seen, later, false, Now).HasChanges);
        Assert.True(DirectoryPlanner.Plan(Sample, relative, false, Now).HasChanges);
    }

    [Fact]
    public void Two_of_one_name_are_told_apart()
    {
        var file = DirectorySample.With("people.+", "{ \"id\": \"ann2\", \"name\": \"Ann\" }").Contents!;

        Assert.Contains("  Ann (ann2) is added", Lines(file));
    }

    [Fact]
    public void No_name_disturbs_the_terminal()
    {
        var present = Sample with
        {
            People = [Sample.People[0] with { Name = "\u001b[2J\nA" }, .. Sample.People.Skip(1)],
        };

        Assert.All(
            DirectoryPlanText.Lines(DirectoryPlanner.Plan(present, Sample, false, Now)),
            line => Assert.DoesNotContain(line, char.IsControl)
        );
    }

    [Fact]
    public void Machines_get_ids_and_values()
    {
        var file = DirectorySample.With("policies.0.activation.maximum", "\"PT1H\"").Contents!;

        using var json = System.Text.Json.JsonDocument.Parse(
            DirectoryPlanJson.Write(DirectoryPlanner.Plan(Sample, file, false, Now))
        );

        var change = Assert.Single(json.RootElement.GetProperty("changes").EnumerateArray());
        Assert.True(json.RootElement.GetProperty("hasChanges").GetBoolean());
        Assert.False(json.RootElement.GetProperty("hasDrift").GetBoolean());
        Assert.Equal("policies", change.GetProperty("section").GetString());
        Assert.Equal("change", change.GetProperty("action").GetString());
        Assert.Equal(DirectorySample.Exchange, change.GetProperty("role").GetString());
        var detail = Assert.Single(change.GetProperty("details").EnumerateArray());
        Assert.Equal("2 hours", detail.GetProperty("before").GetString());
        Assert.Equal("1 hour", detail.GetProperty("after").GetString());
        Assert.Equal("stricter", detail.GetProperty("effect").GetString());
    }

    private static void AssertSays(string line, string path, string value) =>
        Assert.Contains(line, Lines(DirectorySample.With(path, value).Contents!));

    private static IReadOnlyList<string> Lines(DirectoryContents file) =>
        DirectoryPlanText.Lines(DirectoryPlanner.Plan(Sample, file, prune: false, Now));
}
