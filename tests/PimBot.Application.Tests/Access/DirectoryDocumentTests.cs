using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using PimBot.Application.Access;
using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Application.Tests.Access;

public sealed class DirectoryDocumentTests
{
    private const string Empty = "{ \"people\": [], \"scopes\": [], \"roles\": [] }";

    [Fact]
    public void What_the_document_says_is_what_is_loaded()
    {
        var contents = Accepted(DirectorySample.Json);

        Assert.Equal(["ann", "ben", "bot"], contents.People.Select(p => p.Id.Value));
        Assert.Equal(
            new Person
            {
                Id = new PersonId("ben"),
                Name = "Ben",
                Upn = "ben@x.example",
                Kind = PersonKind.Member,
                LinkedTo = new PersonId("ann"),
                Manager = new PersonId("ann"),
            },
            contents.People[1]
        );
        Assert.Equal([new PersonId("ann"), new PersonId("ben")], Assert.Single(contents.Groups).Members);
        Assert.Equal(new ScopeId("/mg"), contents.Scopes[2].Parent);
        Assert.Equal(RoleKind.GroupMember, contents.Roles[3].Kind);
        Assert.Equal((true, "D,Front"), (contents.Roles[1].Privileged, string.Join(',', contents.Roles[1].Aliases)));
    }

    [Fact]
    public void A_policy_is_read_with_all_its_parts()
    {
        var policy = Accepted(DirectorySample.Json).Policies[1];

        Assert.Equal(new RoleScope(new RoleId("owner"), new ScopeId("/sub")), policy.Access);
        Assert.Equal(TimeSpan.FromHours(1), policy.Activation.Maximum);
        Assert.Equal(ActivationRequirements.Approval, policy.Activation.Require);
        Assert.Equal(TimeSpan.FromDays(1), policy.Activation.Window);
        Assert.Equal(
            [
                new ApproverReference { Role = new RoleId("owner") },
                new ApproverReference { Person = new PersonId("ann") },
                new ApproverReference { Group = new GroupId("ops") },
            ],
            policy.Activation.Approvers
        );
        Assert.Equal(new AssignmentPolicy { Maximum = TimeSpan.FromDays(90) }, policy.Eligible);
        Assert.Equal(
            new AssignmentPolicy { Maximum = TimeSpan.FromDays(30), Require = ActivationRequirements.Mfa },
            policy.Active
        );
        Assert.Equal(NotificationEvents.Activation, policy.Notify);
    }

    [Fact]
    public void What_a_policy_leaves_out_is_the_published_default()
    {
        var policy = DirectorySample.With("policies.2.activation", null).Contents!.Policies[2];

        Assert.Equivalent(RolePolicy.Default(policy.Access), policy, strict: true);
    }

    [Fact]
    public void Approval_of_a_directory_role_may_leave_the_approvers_to_the_default() =>
        Assert.Empty(Accepted(DirectorySample.Json).Policies[2].Activation.Approvers);

    [Fact]
    public void Only_people_scopes_and_roles_are_required() => Assert.Empty(Accepted(Empty).Assignments);

    [Fact]
    public void A_byte_order_mark_does_no_harm() => Assert.Empty(Accepted('\uFEFF' + Empty).People);

    [Theory]
    [InlineData("P90D", "2026-05-31T09:00:00Z")]
    [InlineData("P2W", "2026-03-16T09:00:00Z")]
    [InlineData("P1M", "2026-04-01T09:00:00Z")]
    [InlineData("P1Y2M3DT4H5M6S", "2027-05-04T13:05:06Z")]
    [InlineData("-P3D", "2026-02-27T09:00:00Z")]
    [InlineData("2030-01-31", "2030-01-31T00:00:00Z")]
    [InlineData("2030-01-31T08:00", "2030-01-31T08:00:00Z")]
    [InlineData("2030-01-31T08:00:00.1234567+02:00", "2030-01-31T06:00:00.123456Z")]
    public void An_end_is_a_moment_in_utc_or_counts_from_the_load(string written, string end)
    {
        var assignment = DirectorySample.With("assignments.0.end", $"\"{written}\"").Contents!.Assignments[0];

        Assert.Equal(DateTimeOffset.Parse(end), assignment.End);
        Assert.Equal(TimeSpan.Zero, assignment.End!.Value.Offset);
    }

    [Theory]
    [InlineData("P101Y")]
    [InlineData("P999999Y999999M")]
    [InlineData("P9999999D")]
    [InlineData("p1d")]
    [InlineData("P1D\\n")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    public void A_moment_out_of_this_world_is_refused(string written) =>
        Assert.Single(DirectorySample.With("assignments.0.end", $"\"{written}\"").Faults);

    [Fact]
    public void A_moment_beyond_the_calendar_is_refused()
    {
        Assert.Single(DirectoryDocument.Parse(DirectorySample.Json, DateTimeOffset.MaxValue).Faults, IsEnd);
        static bool IsEnd(DirectoryFault fault) => fault.Place == "assignments[1].end";
    }

    [Fact]
    public void An_assignment_that_is_over_is_history_and_not_a_fault() =>
        Assert.Empty(DirectorySample.With("assignments.1.end", "\"-P3D\"").Faults);

    [Fact]
    public void Without_a_policy_of_its_own_a_role_may_be_held_without_end()
    {
        Assert.Empty(
            DirectorySample
                .With("assignments.+", "{\"person\":\"ann\",\"role\":\"owner\",\"scope\":\"/mg\",\"type\":\"active\"}")
                .Faults
        );
    }

    [Fact]
    public void Ids_of_assignments_come_from_what_the_document_says()
    {
        var first = Ids(DirectorySample.Json, DirectorySample.Now);
        var later = Ids(DirectorySample.Json, DirectorySample.Now.AddDays(-1));
        var elsewhere = Ids(JsonNode.Parse(DirectorySample.Json)!.ToJsonString(), DirectorySample.Now);

        Assert.Equal(first, later);
        Assert.Equal(first, elsewhere);
        Assert.Equal(first.Count, first.Distinct().Count());
        foreach (var (path, value) in Changes)
        {
            var changed = DirectorySample.With(path, value).Contents!.Assignments[0].Id;
            Assert.DoesNotContain(changed, first);
        }

        static List<Guid> Ids(string json, DateTimeOffset now) =>
            [.. DirectoryDocument.Parse(json, now).Contents!.Assignments.Select(a => a.Id)];
    }

    private static readonly (string, string)[] Changes =
    [
        ("assignments.0.person", "\"ben\""),
        ("assignments.0.type", "\"active\""),
        ("assignments.0.role", "\"desk\""),
        ("assignments.0.start", "\"P1D\""),
        ("assignments.0.end", "\"P9D\""),
    ];

    [Fact]
    public void Guids_are_kept_in_lower_case_and_found_in_any()
    {
        var json = DirectorySample
            .Json.Replace("\"ann\"", "\"A11CE000-0000-4000-8000-000000000001\"", StringComparison.Ordinal)
            .Replace("\"/sub\"", "\"/SUB\"", StringComparison.Ordinal)
            .Replace("\"scope\": \"/SUB\"", "\"scope\": \"/Sub\"", StringComparison.Ordinal);

        var contents = Accepted(json);

        Assert.Equal("a11ce000-0000-4000-8000-000000000001", contents.People[0].Id.Value);
        Assert.Equal(contents.People[0].Id, contents.People[1].LinkedTo);
        Assert.Equal("/SUB", contents.Policies[1].Access.Scope.Value);
    }

    [Fact]
    public void A_large_company_is_read_in_seconds()
    {
        var json = Large(people: 10_000, assignments: 50_000);

        var watch = Stopwatch.StartNew();
        var contents = Accepted(json);
        watch.Stop();

        Assert.Equal((10_000, 50_000), (contents.People.Count, contents.Assignments.Count));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"It took {watch.Elapsed}.");
        TestContext.Current.TestOutputHelper?.WriteLine($"{json.Length} characters in {watch.Elapsed}");
    }

    private static string Large(int people, int assignments)
    {
        var json = new StringBuilder("{\"scopes\":[{\"id\":\"/\",\"kind\":\"directory\",\"name\":\"X\"}],\"roles\":[");
        json.AppendJoin(
            ',',
            Enumerable.Range(0, 10).Select(i => $$"""{"id":"r{{i}}","name":"R","kind":"directoryRole"}""")
        );
        json.Append("],\"people\":[");
        json.AppendJoin(
            ',',
            Enumerable
                .Range(0, people)
                .Select(i =>
                    $$"""{"id":"p{{i}}","name":"P{{i}}","upn":"p{{i}}@x.example","manager":"p{{people - 1 - i}}"}"""
                )
        );
        json.Append("],\"assignments\":[");
        json.AppendJoin(
            ',',
            Enumerable
                .Range(0, assignments)
                .Select(i =>
                    $$"""{"person":"p{{i / 5}}","role":"r{{i % 5}}","scope":"/","type":"eligible","end":"P90D"}"""
                )
        );
        return json.Append("]}").ToString();
    }

    private static DirectoryContents Accepted(string json)
    {
        var result = DirectorySample.Read(json);
        Assert.Empty(result.Faults);
        return result.Contents!;
    }
}
