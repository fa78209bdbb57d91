using System.Text.Json.Nodes;
using PimBot.Scenarios.StartUp;

namespace PimBot.Scenarios.AsCode;

/// <summary>Access reviews and the thresholds of alerts are kept as code, too.</summary>
public sealed class OversightStory
{
    private const string Name = "Mail admins, each quarter";

    [Fact]
    public async Task A_review_in_the_file_is_begun_and_a_second_time_there_is_nothing_to_do()
    {
        using var someone = new PolicyOperator();
        var file = await someone.HasContosoAsync();
        Review(file);

        var apply = await someone.Runs("apply", file, "--yes");
        var again = await someone.Runs("plan", file, "--prune");

        Assert.Equal((0, ""), (apply.ExitCode, apply.Errors));
        apply.Says(
            $"  “{Name}” of Exchange Administrator at Contoso: begins now, every 3 months, lasts 14 days, of eligible and active assignments, asked: Bob Berg, otherwise: administrators, reason required, without an answer nothing changes, results applied by an administrator"
        );
        Assert.Equal(["Nothing to do: the store has what the file says."], again.Lines);
        Assert.Equal(["InProgress 1", "NotStarted 2"], Reviews(someone));
        Assert.Equal(
            ["ReviewCreated operator"],
            someone.Finds("SELECT action || ' ' || actor FROM audit_entries WHERE action = 'ReviewCreated'")
        );
    }

    [Fact]
    public async Task What_is_set_for_reviews_and_alerts_comes_out_as_it_went_in()
    {
        using var someone = new PolicyOperator();
        var file = await someone.HasContosoAsync();
        Review(file, ("start", "P3D"));
        Alert(file, """{ "alert": "StaleSignInAlert", "days": 60 }""");
        Assert.Equal(0, (await someone.Runs("apply", file, "--yes")).ExitCode);

        var moved = await someone.RunsProcess("export", "again.yaml");
        var plan = await someone.RunsProcess("plan", "again.yaml", "--prune");

        Assert.Equal((0, 0), (moved.ExitCode, plan.ExitCode));
        Assert.EndsWith("26 assignments, 1 access review, 1 alert set.", moved.Lines[0], StringComparison.Ordinal);
        Assert.Equal(["Nothing to do: the store has what the file says."], plan.Lines);
    }

    [Fact]
    public async Task Of_several_series_with_one_name_the_newest_is_exported_and_the_others_are_counted()
    {
        using var someone = new PolicyOperator();
        var file = await someone.HasContosoAsync();
        Review(file, ("start", "P3D"));
        PolicyOperator.Edit(
            file,
            root =>
            {
                var other = root["reviews"]![0]!.DeepClone();
                other["name"] = "Another";
                root["reviews"]!.AsArray().Add(other);
            }
        );
        Assert.Equal(0, (await someone.Runs("apply", file, "--yes")).ExitCode);
        someone.Does($"UPDATE review_series SET name = '{Name}'");

        var run = await someone.RunsProcess("export", "again.yaml");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("Not in it: 1 series of access reviews", run.Errors, StringComparison.Ordinal);
        Assert.EndsWith(
            "1 access review.",
            (await someone.RunsProcess("validate", "again.yaml")).Lines[0],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_change_holds_from_the_next_occurrence_on_and_what_runs_goes_on()
    {
        using var someone = new PolicyOperator();
        var file = await someone.HasContosoAsync();
        Review(file);
        await someone.Runs("apply", file, "--yes");
        PolicyOperator.Edit(file, root => root["reviews"]![0]!["duration"] = "P7D");

        var run = await someone.Runs("apply", file, "--yes");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        run.Says(
            $"  “{Name}” of Exchange Administrator at Contoso: lasts 14 days → 7 days (from the next occurrence on)"
        );
        Assert.Equal(["InProgress 1", "NotStarted 2", "Stopped 2"], Reviews(someone));
        Assert.Equal(0, (await someone.Runs("plan", file)).ExitCode);
        Assert.Equal(
            ["14 InProgress", "7 NotStarted"],
            someone.Finds(
                "SELECT json_extract(settings, '$.days') || ' ' || state FROM access_reviews WHERE state <> 'Stopped' ORDER BY occurrence"
            )
        );
    }

    [Fact]
    public async Task What_the_file_lacks_is_drift_and_is_ended_only_when_pruned()
    {
        using var someone = new PolicyOperator();
        var file = await someone.HasContosoAsync();
        var more = someone.At("more.json");
        File.Copy(file, more);
        Review(more);
        await someone.Runs("apply", more, "--yes");

        var kept = await someone.Runs("plan", file);
        var pruned = await someone.Runs("apply", file, "--yes", "--prune");

        kept.Says($"    “{Name}” of Exchange Administrator at Contoso");
        pruned.Says($"  “{Name}” of Exchange Administrator at Contoso: no further occurrence begins");
        Assert.Equal((2, 0), (kept.ExitCode, pruned.ExitCode));
        Assert.Equal(["InProgress 1", "Stopped 2"], Reviews(someone));
    }

    [Fact]
    public async Task A_series_that_is_older_than_the_store_begins_with_what_lies_ahead()
    {
        using var someone = new PolicyOperator();
        var file = await someone.HasContosoAsync();
        Review(file, ("start", "2020-01-31T08:00:00Z"), ("recurrence", "monthly"));

        var run = await someone.Runs("apply", file, "--yes");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        var state = Assert.Single(Reviews(someone));
        Assert.StartsWith("NotStarted ", state, StringComparison.Ordinal);
        Assert.True(int.Parse(state["NotStarted ".Length..]) > 80, state);
        Assert.Equal(0, (await someone.Runs("plan", file)).ExitCode);
    }

    [Fact]
    public async Task A_threshold_is_set_and_has_its_default_again_when_the_file_lacks_it()
    {
        using var someone = new PolicyOperator();
        var file = await someone.HasContosoAsync();
        Alert(file, """{ "alert": "StaleSignInAlert", "days": 60 }""");
        var set = await someone.Runs("apply", file, "--yes");
        PolicyOperator.Edit(file, root => root["alerts"]!.AsArray().Clear());

        var back = await someone.Runs("apply", file, "--yes");

        set.Says("  StaleSignInAlert: days 30 → 60");
        back.Says("  StaleSignInAlert: the default holds again: days 60 → 30");
        Assert.Equal(
            ["operator Days:30->60", "operator Days:60->30"],
            someone.Finds(
                "SELECT actor || ' ' || substr(detail, instr(detail, 'Days:')) FROM audit_entries WHERE action = 'AlertConfigured' ORDER BY sequence"
            )
        );
    }

    [Fact]
    public async Task Nobody_begins_a_review_through_a_file_that_they_could_not_begin_in_chat()
    {
        using var someone = new PolicyOperator();
        var file = await someone.HasContosoAsync();
        Review(file);
        Alert(file, """{ "alert": "StaleSignInAlert", "days": 60 }""");

        var run = await someone.Runs("apply", file, "--yes", "--as", Ids.Dan);

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(
            [
                $"“{Name}” of Exchange Administrator at Contoso: the administrator in whose name this is applied does not manage that role there",
                "StaleSignInAlert: the administrator in whose name this is applied does not manage that alert",
                "Nothing was changed.",
            ],
            run.ErrorLines
        );
        Assert.Empty(Reviews(someone));
    }

    [Fact]
    public async Task A_review_of_what_nobody_has_is_refused_in_words()
    {
        using var someone = new PolicyOperator();
        var file = await someone.HasContosoAsync();
        Review(file, ("role", Ids.GlobalReader), ("type", "active"));

        var run = await someone.Runs("apply", file, "--yes");

        Assert.Equal(1, run.ExitCode);
        Assert.EndsWith("there is nothing to review: give a later start", run.ErrorLines[0], StringComparison.Ordinal);
        Assert.Empty(Reviews(someone));
    }

    [Fact]
    public async Task The_first_start_of_the_service_begins_what_its_file_says()
    {
        using var bot = new Operator();
        var directory = JsonNode.Parse(await File.ReadAllTextAsync(PolicyOperator.Contoso, Stop))!;
        var file = bot.Writes("directory.json", directory.ToJsonString());
        Review(file);

        using var process = await bot.Starts(bot.SettingsWith("Directory:File", file), "Production");
        using var someone = new PolicyOperator();
        var connection = $"--ConnectionStrings:PimBot=Data Source={bot.Database}";
        var plan = await someone.RunsProcess("plan", file, connection);

        Assert.Equal(["Nothing to do: the store has what the file says."], plan.Lines);
    }

    [Fact]
    public async Task The_service_does_not_start_from_a_file_whose_review_can_not_begin()
    {
        using var bot = new Operator();
        var directory = JsonNode.Parse(await File.ReadAllTextAsync(PolicyOperator.Contoso, Stop))!;
        var file = bot.Writes("directory.json", directory.ToJsonString());
        Review(file, ("role", Ids.GlobalReader), ("type", "active"));

        var errors = await bot.StartsInVain(bot.SettingsWith("Directory:File", file));

        Assert.Contains(file, errors[0], StringComparison.Ordinal);
        Assert.Contains("there is nothing to review", errors[1], StringComparison.Ordinal);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static void Review(string file, params (string Key, string Value)[] changed) =>
        PolicyOperator.Edit(
            file,
            root =>
            {
                var review = new JsonObject
                {
                    ["name"] = Name,
                    ["role"] = Ids.Exchange,
                    ["scope"] = "/",
                    ["reviewers"] = new JsonArray(Ids.Bob),
                    ["duration"] = "P14D",
                    ["recurrence"] = "quarterly",
                };
                foreach (var (key, value) in changed)
                {
                    review[key] = value;
                }

                root["reviews"] = new JsonArray(review);
            }
        );

    private static void Alert(string file, string entry) =>
        PolicyOperator.Edit(file, root => root["alerts"] = new JsonArray(JsonNode.Parse(entry)));

    private static IReadOnlyList<string> Reviews(PolicyOperator someone) =>
        someone.Finds("SELECT state || ' ' || occurrence FROM access_reviews ORDER BY 1");
}
