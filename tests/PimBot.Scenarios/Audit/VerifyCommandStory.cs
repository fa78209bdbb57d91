using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using PimBot.Access.Commands;
using PimBot.Application.Audit;
using PimBot.Domain.Audit;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.AsCode;
using PimBot.Scenarios.Rules;
using PimBot.Testing;

namespace PimBot.Scenarios.Audit;

/// <summary>An auditor who has the program, and a store, an export or both.</summary>
public sealed class VerifyCommandStory : IDisposable
{
    private readonly AuditPlace place = new();

    [Fact]
    [Rule("U4")]
    public async Task A_running_store_is_intact_until_somebody_changes_it()
    {
        await using var scene = await StartAsync();
        var intact = await Runs(scene);
        Assert.Equal(0, intact.ExitCode);
        intact.Says("Intact.");
        Assert.Contains("of which", intact.Output, StringComparison.Ordinal);

        await ChangeAsync(scene, "UPDATE audit_entries SET actor = 'mallory' WHERE sequence = 2");
        await ChangeAsync(scene, "DELETE FROM audit_entries WHERE sequence = 4");
        var tampered = await Runs(scene);

        Assert.Equal(2, tampered.ExitCode);
        tampered.Says("Entry 2 was changed.");
        tampered.Says("Entry 4 was deleted.");
        tampered.Says("NOT INTACT: 2 findings.");
        var json = JsonNode.Parse((await Runs(scene, "--json")).Output)!;
        Assert.Equal(
            (false, 2, "changed", "deleted"),
            (
                (bool)json["isIntact"]!,
                (int)json["faultCount"]!,
                (string)json["faults"]![0]!["kind"]!,
                (string)json["faults"]![1]!["kind"]!
            )
        );
    }

    [Fact]
    [Rule("U4")]
    public async Task A_chain_that_was_rewritten_with_its_end_is_seen_by_the_anchors_alone()
    {
        await using var scene = await StartAsync();
        var entries = await scene.Audit();
        await using (var file = new SqliteConnection($"Data Source={scene.DatabaseFile};Pooling=False"))
        {
            await file.OpenAsync(TestContext.Current.CancellationToken);
            var previous = entries[0].Hash;
            foreach (var entry in entries.Skip(1))
            {
                var made = AuditChain.Link(entry.Sequence, entry.At, entry.Event with { Reason = "other" }, previous);
                await using var command = file.CreateCommand();
                command.CommandText =
                    $"UPDATE audit_entries SET reason = 'other', hash = '{made.Hash}', previous_hash = '{previous}' WHERE sequence = {entry.Sequence}; "
                    + $"UPDATE audit_head SET hash = '{made.Hash}'";
                await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
                previous = made.Hash;
            }
        }

        var found = await Runs(scene);
        Assert.Equal(2, found.ExitCode);
        Assert.Contains("The chain was rewritten", found.Output, StringComparison.Ordinal);

        var blind = await Runs(scene, "--Audit:Anchor:File=");
        Assert.Equal(0, blind.ExitCode);
        Assert.Contains(
            "if it was rewritten to its very end, that can’t be seen",
            blind.Output,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("DELETE FROM audit_head", "What the store keeps beside its entries")]
    [InlineData("UPDATE audit_head SET hash = '00'", "What the store keeps beside its entries")]
    [InlineData(
        "DELETE FROM audit_entries WHERE sequence = 4; CREATE TEMP TABLE one AS SELECT * FROM audit_entries WHERE sequence = 2; UPDATE one SET sequence = 4; INSERT INTO audit_entries SELECT * FROM one",
        "Entry 4 was overwritten by a copy of entry 2."
    )]
    public async Task What_was_done_to_a_store_is_said_as_it_was_done(string statement, string words)
    {
        await using var scene = await StartAsync();
        await ChangeAsync(scene, statement);

        var run = await Runs(scene);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(words, run.Output, StringComparison.Ordinal);
        run.Says("NOT INTACT: 1 finding.");
    }

    [Fact]
    public async Task Whoever_renames_the_store_to_be_rid_of_its_anchors_is_not_believed()
    {
        await using var scene = await StartAsync();
        var lines = await ExportAsync(scene);
        var other = lines.Select(line => AuditLine.Write(AuditLine.Read(line).Entry!, new string('0', 32))).ToList();
        await File.WriteAllLinesAsync(place.At("export.jsonl"), other.Take(3), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(place.At("none"), "", TestContext.Current.CancellationToken);
        await ChangeAsync(scene, "UPDATE audit_head SET store_id = '00'");

        var store = await Runs(scene);
        var export = await Runs(scene, place.At("export.jsonl"), "--anchors", place.Anchors);
        var none = await Runs(scene, "--anchors", place.At("none"));

        Assert.All(
            [store, export, none],
            run =>
            {
                Assert.Equal(1, run.ExitCode);
                run.Says("None of the anchors is of this store.");
                Assert.Contains("NOT VERIFIED", run.Output, StringComparison.Ordinal);
                Assert.DoesNotContain("Intact", run.Output, StringComparison.Ordinal);
            }
        );
    }

    [Theory]
    [InlineData("intact", 0, "Intact.")]
    [InlineData("changed", 2, "Entry 2 was changed.")]
    [InlineData("deleted", 2, "Entry 2 was deleted.")]
    [InlineData("swapped", 2, "Entries 2 and 4 were swapped.")]
    [InlineData("far apart", 2, "Entries 2 and 5 were swapped.")]
    [InlineData("neighbours", 2, "Entries 2 and 3 were swapped.")]
    [InlineData("twice", 2, "Entry 2 was inserted: the chain never had that there.")]
    [InlineData("no JSON", 2, "Line 2 is no JSON object.")]
    [InlineData("field", 2, "Line 2 has a field that no entry has.")]
    [InlineData("store", 2, "Line 2 is of another store.")]
    [InlineData("cut", 2, "cut off")]
    [Rule("U4")]
    public async Task An_export_says_what_was_done_to_it(string what, int exitCode, string words)
    {
        await using var scene = await StartAsync();
        var lines = await ExportAsync(scene);
        switch (what)
        {
            case "changed":
                lines[1] = Changed(lines[1]);
                break;
            case "deleted":
                lines.RemoveAt(1);
                break;
            case "swapped":
                (lines[1], lines[3]) = (lines[3], lines[1]);
                break;
            case "far apart":
                (lines[1], lines[4]) = (lines[4], lines[1]);
                break;
            case "neighbours":
                (lines[1], lines[2]) = (lines[2], lines[1]);
                break;
            case "twice":
                lines.Insert(3, lines[1]);
                break;
            case "no JSON":
                lines[1] = lines[1][..^1];
                break;
            case "field":
                lines[1] = lines[1].Replace("{\"store\"", "{\"more\":1,\"store\"", StringComparison.Ordinal);
                break;
            case "store":
                lines[1] = AuditLine.Write(AuditLine.Read(lines[1]).Entry!, new string('0', 32));
                break;
            case "cut":
                lines.RemoveAt(lines.Count - 1);
                break;
        }

        await File.WriteAllLinesAsync(place.At("export.jsonl"), lines, TestContext.Current.CancellationToken);
        var run = await Runs(scene, place.At("export.jsonl"), "--anchors", place.Anchors);

        Assert.Equal((exitCode, true), (run.ExitCode, run.Output.Contains(words, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_export_of_a_search_may_leave_entries_out_and_not_change_them()
    {
        await using var scene = await StartAsync();
        var lines = await ExportAsync(scene);
        string[] some = [lines[0], lines[2], lines[4]];
        await File.WriteAllLinesAsync(place.At("export.jsonl"), some, TestContext.Current.CancellationToken);
        var searched = await Runs(scene, place.At("export.jsonl"), "--filtered");
        var whole = await Runs(scene, place.At("export.jsonl"));
        var anchored = await Runs(scene, place.At("export.jsonl"), "--filtered", "--anchors", place.Anchors);
        Assert.Equal((0, 2, 0), (searched.ExitCode, whole.ExitCode, anchored.ExitCode));
        searched.Says("What is in it is unchanged. What was left out of it can’t be told from what was deleted.");
        Assert.DoesNotContain("Intact", searched.Output, StringComparison.Ordinal);
        Assert.Contains("then say --filtered", whole.Output, StringComparison.Ordinal);

        some[1] = Changed(some[1]);
        await File.WriteAllLinesAsync(place.At("export.jsonl"), some, TestContext.Current.CancellationToken);
        Assert.Equal(2, (await Runs(scene, place.At("export.jsonl"), "--filtered")).ExitCode);
    }

    [Fact]
    public async Task An_export_that_is_older_than_the_anchors_is_held_against_those_of_its_time()
    {
        await using var scene = await StartAsync();
        var lines = await ExportAsync(scene);
        var made = scene.Clock.GetUtcNow();
        await scene.Advances(TimeSpan.FromHours(2));
        await scene.Dan.Says("activate helpdesk for 1h because of a call ticket INC-2");
        await File.WriteAllLinesAsync(place.At("export.jsonl"), lines, TestContext.Current.CancellationToken);
        string[] command = [place.At("export.jsonl"), "--anchors", place.Anchors];
        Assert.Contains("--until", (await Runs(scene, command)).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await Runs(scene, [.. command, "--until", $"{made:O}"])).ExitCode);
    }

    [Theory]
    [InlineData("", "there is nothing in it")]
    [InlineData("\n\n", "there is nothing in it")]
    [InlineData("sequence,at,action\n1,2026-03-02T09:00:00Z,RequestApproved\n", "not as CSV")]
    public async Task Nothing_is_said_of_a_file_in_which_nothing_can_be_verified(string text, string words)
    {
        await using var scene = await StartAsync();
        await File.WriteAllTextAsync(place.At("export.jsonl"), text, TestContext.Current.CancellationToken);

        var run = await Runs(scene, place.At("export.jsonl"));

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains(words, run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Anchors_without_their_key_accuse_nobody()
    {
        await using var scene = await Scene.StartAsync(
            AuditPlace.With(
                ("Audit:Anchor:File", place.Anchors),
                ("Audit:Anchor:Key", "the true key of this store, kept well")
            )
        );
        await scene.Dan.Says("activate helpdesk for 1h because of a call ticket INC-0");
        await scene.Advances(TimeSpan.FromHours(2));

        var without = await Runs(scene);
        var other = await Runs(scene, "--Audit:Anchor:Key=another key of some other store, kept");
        var with = await Runs(scene, "--Audit:Anchor:Key=the true key of this store, kept well");

        Assert.Equal((1, 2, 0), (without.ExitCode, other.ExitCode, with.ExitCode));
        Assert.Contains("set Audit:Anchor:Key as the bot has it", without.Errors, StringComparison.Ordinal);
        Assert.Contains("is not the one that they were made with", other.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("tampered with at line", other.Output, StringComparison.Ordinal);
        Assert.Contains("NOT INTACT: 1 finding.", other.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("more.", other.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "There is no command “audit export”", "export")]
    [InlineData(1, "Say what to do: verify.")]
    [InlineData(1, "knows no option --all", "verify", "--all")]
    [InlineData(1, "can't be read", "verify", "/nowhere/export.jsonl")]
    [InlineData(1, "Name one export", "verify", "a", "b")]
    [InlineData(1, "--until needs a time", "verify", "--until", "soon")]
    [InlineData(
        1,
        "there is no database of PimBot in",
        "verify",
        "--ConnectionStrings:PimBot=Data Source=nowhere/a.db"
    )]
    [InlineData(0, "Exit code: 0 intact", "--help")]
    public async Task What_can_t_be_done_is_said_in_a_line(int exitCode, string words, params string[] arguments)
    {
        var run = await RunsAsync(arguments);
        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains(words, exitCode == 0 ? run.Output : run.Errors, StringComparison.Ordinal);
    }

    public void Dispose() => place.Dispose();

    private async Task<Scene> StartAsync()
    {
        var scene = await Scene.StartAsync(AuditPlace.With(("Audit:Anchor:File", place.Anchors)));
        await scene.Dan.Says("activate helpdesk for 1h because of a call ticket INC-0");
        await scene.Advances(TimeSpan.FromHours(2));
        return scene;
    }

    private static string Changed(string line)
    {
        var (entry, store) = (AuditLine.Read(line).Entry!, JsonNode.Parse(line)!["store"]!.ToString());
        return AuditLine.Write(entry with { Event = entry.Event with { Reason = "another" } }, store);
    }

    private static async Task<List<string>> ExportAsync(Scene scene)
    {
        var store = (await scene.Reads((work, stop) => work.Audit.StandingAsync(stop))).Store;
        return [.. (await scene.Audit()).Select(entry => AuditLine.Write(entry, store))];
    }

    private Task<PolicyRun> Runs(Scene scene, params string[] arguments) =>
        RunsAsync([
            "verify",
            $"--ConnectionStrings:PimBot=Data Source={scene.DatabaseFile}",
            $"--Audit:Anchor:File={place.Anchors}",
            .. arguments,
        ]);

    private static async Task<PolicyRun> RunsAsync(string[] arguments)
    {
        using var input = new StringReader("");
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var exitCode = await PolicyCommands.RunAsync(["audit", .. arguments], new PolicyConsole(input, output, errors));
        Assert.DoesNotContain("   at ", output.ToString() + errors, StringComparison.Ordinal);
        return new PolicyRun(exitCode, output.ToString(), errors.ToString());
    }

    private static async Task ChangeAsync(Scene scene, string sql)
    {
        await using var file = new SqliteConnection($"Data Source={scene.DatabaseFile};Pooling=False");
        await file.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = file.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
