namespace PimBot.Scenarios.AsCode;

public sealed class CommandStory
{
    [Theory]
    [InlineData("There is no command “policy aply”", "aply", "x.json")]
    [InlineData("Say what to do", new string[0])]
    [InlineData("Name the file", "plan")]
    public async Task What_is_not_understood_shows_how_to_say_it(string words, params string[] arguments)
    {
        using var someone = new PolicyOperator();

        var run = await someone.RunsProcess(arguments);

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith(words, run.ErrorLines[0], StringComparison.Ordinal);
        Assert.Contains("PimBot policy plan <file>", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_says_what_there_is_and_what_the_exit_codes_mean()
    {
        using var someone = new PolicyOperator();

        var run = await someone.RunsProcess("--help");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Contains("2 plan found differences", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_fault_of_a_file_is_listed_with_its_place_and_needs_no_database()
    {
        using var someone = new PolicyOperator();
        await File.WriteAllTextAsync(
            someone.At("bad.json"),
            """{ "people": [ { "id": "a" } ], "scopes": 1, "roles": [] }""",
            TestContext.Current.CancellationToken
        );

        var run = await someone.RunsProcess("validate", "bad.json");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(
            [
                "The directory file bad.json is refused. Faults: 2.",
                "  people[0].name (line 1, column 15): is missing",
                "  scopes (line 1, column 42): must be a list, not the number 1",
            ],
            run.ErrorLines
        );
        Assert.False(File.Exists(someone.Database));
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_one_clear_line()
    {
        using var someone = new PolicyOperator();
        await someone.HasContosoAsync();

        var run = await someone.RunsProcess("plan", "none.json");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("none.json can't be read: ", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plan", "directory.json")]
    [InlineData("export", "new.json")]
    [InlineData("apply", "directory.json", "--yes")]
    public async Task A_mistyped_database_is_named_and_no_file_is_made(params string[] arguments)
    {
        using var someone = new PolicyOperator();
        await someone.HasContosoAsync();
        var mistyped = someone.At("data/pimbto.db");

        var run = await someone.RunsProcess([.. arguments, $"--ConnectionStrings:PimBot=Data Source={mistyped}"]);

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        var line = Assert.Single(run.ErrorLines);
        Assert.StartsWith("ConnectionStrings:PimBot is wrong", line, StringComparison.Ordinal);
        Assert.Contains(mistyped, line, StringComparison.Ordinal);
        Assert.Contains("--create", line, StringComparison.Ordinal);
        Assert.EndsWith("(set in the command line, --ConnectionStrings:PimBot)", line, StringComparison.Ordinal);
        Assert.False(Directory.Exists(someone.At("data")));
        Assert.False(File.Exists(someone.At("new.json")));
    }

    [Fact]
    public async Task Another_programs_schema_is_one_clear_line()
    {
        using var someone = new PolicyOperator();
        var file = await someone.HasContosoAsync();
        someone.Does(
            "DELETE FROM \"__EFMigrationsHistory\" WHERE rowid = (SELECT max(rowid) FROM \"__EFMigrationsHistory\")"
        );

        var run = await someone.RunsProcess("apply", file, "--yes");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Start PimBot itself first", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_database_is_one_clear_line()
    {
        using var someone = new PolicyOperator();
        await File.WriteAllTextAsync(
            someone.Database,
            string.Concat(Enumerable.Repeat("this is a letter, not a database. ", 200)),
            TestContext.Current.CancellationToken
        );

        var run = await someone.RunsProcess("export", "-");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("is not an SQLite database", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setting_that_is_impossible_is_named()
    {
        using var someone = new PolicyOperator();

        var run = await someone.RunsProcess("export", "-", "--Storage:Engine=Oracle");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("Storage:Engine is 'Oracle'", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }
}
