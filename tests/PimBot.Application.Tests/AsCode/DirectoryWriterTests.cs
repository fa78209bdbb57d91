using PimBot.Access;
using PimBot.Application.Access;
using PimBot.Application.Access.AsCode;
using PimBot.Application.Tests.Access;
using PimBot.Domain.Access;

namespace PimBot.Application.Tests.AsCode;

public sealed class DirectoryWriterTests
{
    private const int Directories = 300;

    private static readonly DateTimeOffset Now = RandomDirectory.Now;

    [Fact]
    public void Any_directory_reads_back_from_json_to_the_same_contents()
    {
        for (var seed = 0; seed < Directories; seed++)
        {
            var contents = new RandomDirectory(seed).Make();
            var json = DirectoryJsonWriter.Write(DirectoryWriter.Write(contents, Now));
            AssertSame(contents, DirectoryDocument.Parse(json, Now), $"seed {seed}\n{json}");
        }
    }

    [Fact]
    public void Any_directory_reads_back_from_yaml_to_the_same_contents()
    {
        for (var seed = 0; seed < Directories; seed++)
        {
            var contents = new RandomDirectory(seed).Make();
            var yaml = DirectoryYamlWriter.Write(DirectoryWriter.Write(contents, Now));
            AssertSame(contents, DirectoryYaml.Parse(yaml, Now), $"seed {seed}\n{yaml}");
        }
    }

    [Fact]
    public void The_order_of_the_store_does_not_show()
    {
        var contents = new RandomDirectory(7).Make();
        var turned = contents with
        {
            People = [.. contents.People.Reverse()],
            Groups = [.. contents.Groups.Reverse()],
            Scopes = [.. contents.Scopes.Reverse()],
            Roles = [.. contents.Roles.Reverse()],
            Policies = [.. contents.Policies.Reverse()],
            Assignments = [.. contents.Assignments.Reverse()],
            Reviews = [.. contents.Reviews.Reverse()],
            Alerts = [.. contents.Alerts.Reverse()],
        };

        Assert.Equal(Json(contents), Json(turned));
    }

    [Fact]
    public void Moments_that_counted_from_the_load_are_absolute()
    {
        var json = Json(DemoDirectory.Load());

        Assert.DoesNotContain("\"end\": \"P", json, StringComparison.Ordinal);
        Assert.DoesNotContain("\"lastSignIn\": \"-P", json, StringComparison.Ordinal);
        Assert.Contains("\"lastSignIn\": \"2026-03-0", json, StringComparison.Ordinal);
    }

    [Fact]
    public void What_stands_alone_has_a_line_of_its_own()
    {
        var json = Json(DirectorySample.Read(DirectorySample.Json).Contents!);

        Assert.Contains(
            """
                { "id": "bot", "name": "Bot", "kind": "serviceAccount" }

            """,
            json,
            StringComparison.Ordinal
        );
        Assert.Contains(
            """
                  "activation": {
                    "maximum": "PT1H",
                    "require": ["approval"],
                    "approvers": [
                      { "role": "owner" },
                      { "person": "ann" },
                      { "group": "ops" }
                    ]
                  },
                  "eligible": { "maximum": "P90D" },
                  "active": { "maximum": "P30D", "require": ["mfa"] },
                  "notify": ["activation"]
            """,
            json,
            StringComparison.Ordinal
        );
        Assert.EndsWith("}\n", json, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_over_is_not_written()
    {
        var contents = DirectorySample.With("assignments.1.end", "\"-P3D\"").Contents!;

        Assert.DoesNotContain("\"group\": \"ops\", \"role\": \"owner\"", Json(contents), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_assigned_under_a_looser_policy_is_written_so_that_it_reads_back()
    {
        var contents = DirectorySample.Read(DirectorySample.Json).Contents!;
        var tightened = contents with
        {
            Policies =
            [
                .. contents.Policies.Select(p =>
                    p with
                    {
                        Eligible = p.Eligible with { Maximum = TimeSpan.FromDays(10) },
                    }
                ),
            ],
        };

        var json = Json(tightened, DirectorySample.Now);

        Assert.Equal(2, json.Split("\"exceedsPolicy\": true").Length - 1);
        Assert.Empty(DirectoryDocument.Parse(json, DirectorySample.Now).Faults);
    }

    private static string Json(DirectoryContents contents) => Json(contents, Now);

    private static string Json(DirectoryContents contents, DateTimeOffset now) =>
        DirectoryJsonWriter.Write(DirectoryWriter.Write(contents, now));

    // Order and ids of assignments are the file's own; so is what time made of them.
    private static void AssertSame(DirectoryContents expected, DirectoryDocumentResult result, string about)
    {
        Assert.True(result.IsAccepted, $"{string.Join('\n', result.Faults)}\n{about}");
        var actual = result.Contents;
        Assert.Equivalent(expected.People.OrderBy(p => p.Id.Value), actual.People.OrderBy(p => p.Id.Value), true);
        Assert.Equivalent(expected.Groups.OrderBy(g => g.Id.Value), actual.Groups.OrderBy(g => g.Id.Value), true);
        Assert.Equivalent(expected.Scopes.OrderBy(s => s.Id.Value), actual.Scopes.OrderBy(s => s.Id.Value), true);
        Assert.Equivalent(expected.Roles.OrderBy(r => r.Id.Value), actual.Roles.OrderBy(r => r.Id.Value), true);
        Assert.Equivalent(
            expected.Policies.OrderBy(p => p.Access.ToString()),
            actual.Policies.OrderBy(p => p.Access.ToString()),
            true
        );
        Assert.Equal(Facts(expected.Assignments), Facts(actual.Assignments));
        // Which occurrence lies ahead is the store's.
        Assert.Equivalent(
            expected.Reviews.Select(r => r with { Ahead = null }).OrderBy(r => $"{r.Access} {r.Name}"),
            actual.Reviews.OrderBy(r => $"{r.Access} {r.Name}"),
            true
        );
        Assert.Equivalent(
            expected.Alerts.OrderBy(a => a.Key.ToString()),
            actual.Alerts.OrderBy(a => a.Key.ToString()),
            true
        );
    }

    private static IEnumerable<string> Facts(IEnumerable<Assignment> assignments) =>
        assignments
            .Select(a =>
                $"{a.Principal} {a.Access} {a.Type} {a.Start?.ToUniversalTime():O} {a.End?.ToUniversalTime():O}"
            )
            .Order(StringComparer.Ordinal);
}
