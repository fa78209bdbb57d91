using PimBot.Scenarios.StartUp;

namespace PimBot.Scenarios.AsCode;

public sealed class ApplyStory
{
    private const string Shorter =
        "  Exchange Administrator at Contoso: longest activation 2 hours → 1 hour (stricter; applies to requests under way)";

    [Fact]
    public async Task A_plan_changes_nothing_and_applying_it_does()
    {
        using var someone = new PolicyOperator();
        var file = await someone.HasContosoAsync();
        ShortenExchange(file);

        var plan = await someone.Runs("plan", file);
        var again = await someone.Runs("plan", file);
        var apply = await someone.Runs("apply", file, "--yes");
        var after = await someone.Runs("plan", file);

        Assert.Equal((2, 2, 0, 0), (plan.ExitCode, again.ExitCode, apply.ExitCode, after.ExitCode));
        Assert.Equal(["Settings of roles", Shorter, "To do: 1 change."], plan.Lines);
        Assert.Equal([.. plan.Lines, "Applied."], apply.Lines);
    }

    [Fact]
    public async Task Whoever_applies_in_nobodys_name_is_the_operator_in_the_audit()
    {
        using var someone = new PolicyOperator();
        var file = await someone.HasContosoAsync();
        ShortenExchange(file);

        await someone.Runs("apply", file, "--yes", "--reason", "tidying up");

        Assert.Equal(
            ["PolicyChanged operator", "DirectoryChanged operator"],
            someone.Finds("SELECT action || ' ' || actor FROM audit_entries WHERE actor IS NOT NULL ORDER BY sequence")
        );
        Assert.Equal(
            ["by=operator,policies:change=1"],
            someone.Finds("SELECT detail FROM audit_entries WHERE action = 'DirectoryChanged'")
        );
        Assert.Equal(
            ["tidying up"],
            someone.Finds("SELECT reason FROM audit_entries WHERE action = 'DirectoryChanged'")
        );
    }

    [Theory]
    [InlineData("yes", 0)]
    [InlineData("no", 1)]
    [InlineData("", 1)]
    public async Task Nothing_is_done_before_it_is_confirmed(string answer, int exitCode)
    {
        using var someone = new PolicyOperator();
        var file = await someone.HasContosoAsync();
        ShortenExchange(file);

        var run = await someone.RunsAndAnswers(answer, "apply", file);

        Assert.Equal(exitCode, run.ExitCode);
        run.Says(Shorter);
        Assert.Equal(exitCode == 0 ? [] : ["Nothing was changed."], run.ErrorLines);
        Assert.Equal(exitCode == 0 ? 0 : 2, (await someone.Runs("plan", file)).ExitCode);
    }

    [Fact]
    public async Task What_changed_since_the_plan_was_shown_is_not_applied()
    {
        using var someone = new PolicyOperator();
        var file = await someone.HasContosoAsync();
        var other = someone.At("other.json");
        File.Copy(file, other);
        ShortenExchange(file);
        PolicyOperator.Edit(
            other,
            root => PolicyOperator.Entry(root, "policies", ("role", Ids.Exchange))["activation"]!["maximum"] = "PT90M"
        );

        using var waiting = someone.Starts("apply", file);
        var said = "";
        while (!said.Contains("Type yes", StringComparison.Ordinal))
        {
            var buffer = new char[1000];
            said += new string(
                buffer,
                0,
                await waiting.StandardOutput.ReadAsync(buffer, TestContext.Current.CancellationToken)
            );
        }

        Assert.Equal(0, (await someone.Runs("apply", other, "--yes")).ExitCode);
        await waiting.StandardInput.WriteLineAsync("yes");
        var run = await PolicyOperator.Ends(waiting, said);

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("The store has changed since", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(0, (await someone.Runs("plan", other)).ExitCode);
    }

    [Fact]
    public async Task An_invalid_file_changes_nothing()
    {
        using var someone = new PolicyOperator();
        var file = await someone.HasContosoAsync();
        ShortenExchange(file);
        PolicyOperator.Edit(file, root => PolicyOperator.Entry(root, "people", ("id", Ids.Alice))["kind"] = "wizard");

        var run = await someone.Runs("apply", file, "--yes");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("kind", run.ErrorLines[1], StringComparison.Ordinal);
        Assert.Empty(someone.Finds("SELECT action FROM audit_entries WHERE actor IS NOT NULL"));
    }

    [Fact]
    public async Task People_groups_scopes_and_roles_are_added_and_changed_and_never_removed()
    {
        using var someone = new PolicyOperator();
        var file = await someone.HasContosoAsync();
        PolicyOperator.Edit(
            file,
            root =>
            {
                PolicyOperator.Entry(root, "people", ("id", Ids.Alice))["name"] = "Alice Ander";
                root["people"]!
                    .AsArray()
                    .Add(new System.Text.Json.Nodes.JsonObject { ["id"] = "new", ["name"] = "New" });
                var group = PolicyOperator.Entry(root, "groups", ("name", "Helpdesk"));
                group["members"]!.AsArray().Add("new");
                PolicyOperator.Remove(root, "scopes", ("name", "payments-vm1"));
            }
        );

        var run = await someone.Runs("apply", file, "--yes");

        Assert.Equal(0, run.ExitCode);
        run.Says("  New is added");
        run.Says("  Alice Ander: name Alice Andersen → Alice Ander");
        run.Says("  Helpdesk: members 2 → 3 (with New)");
        run.Says("    payments-vm1");
        Assert.Equal(["Alice Ander"], someone.Finds($"SELECT name FROM people WHERE id = '{Ids.Alice}'"));
        Assert.Equal(["1"], someone.Finds("SELECT count(*) FROM scopes WHERE name = 'payments-vm1'"));
        var after = await someone.Runs("plan", file);
        Assert.Equal(2, after.ExitCode);
        Assert.Equal("Nothing to do. Not in the file: 1 entry.", after.Lines[^1]);
    }

    [Fact]
    public async Task A_store_is_made_only_where_that_was_said_and_after_it_was_confirmed()
    {
        using var someone = new PolicyOperator();

        var declined = await someone.RunsAndAnswers("no", "apply", PolicyOperator.Contoso, "--create");
        Assert.False(File.Exists(someone.Database));
        var applied = await someone.RunsAndAnswers("yes", "apply", PolicyOperator.Contoso, "--create");

        Assert.Equal((1, 0), (declined.ExitCode, applied.ExitCode));
        Assert.StartsWith("There is no database yet", declined.Lines[0], StringComparison.Ordinal);
        Assert.Contains(
            "The store was new; the whole file is loaded: 12 people",
            applied.Lines[^1],
            StringComparison.Ordinal
        );
        Assert.Equal(["DirectoryLoaded"], someone.Finds("SELECT action FROM audit_entries"));
        Assert.NotEqual([""], someone.Finds("SELECT store_id FROM audit_head"));
    }

    [Fact]
    public async Task It_works_beside_the_running_bot()
    {
        using var bot = new Operator();
        using var process = await bot.Starts(bot.Settings, "Production");
        using var someone = new PolicyOperator();
        var connection = $"--ConnectionStrings:PimBot=Data Source={bot.Database}";
        var file = someone.At("directory.json");

        Assert.Equal(0, (await someone.RunsProcess("export", file, connection)).ExitCode);
        ShortenExchange(file);
        var run = await someone.RunsProcess("apply", file, "--yes", connection);

        Assert.Equal(0, run.ExitCode);
        run.Says("Applied.");
    }

    private static void ShortenExchange(string file) =>
        PolicyOperator.Edit(
            file,
            root => PolicyOperator.Entry(root, "policies", ("role", Ids.Exchange))["activation"]!["maximum"] = "PT1H"
        );
}
