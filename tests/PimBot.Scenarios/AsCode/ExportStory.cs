namespace PimBot.Scenarios.AsCode;

public sealed class ExportStory
{
    [Theory]
    [InlineData("directory.json")]
    [InlineData("directory.yaml")]
    public async Task What_was_exported_is_valid_and_differs_in_nothing(string name)
    {
        using var someone = new PolicyOperator();
        await someone.HasContosoAsync();

        var export = await someone.RunsProcess("export", name);
        var validate = await someone.RunsProcess("validate", name);
        var plan = await someone.RunsProcess("plan", name, "--prune");

        Assert.Equal((0, 0, 0), (export.ExitCode, validate.ExitCode, plan.ExitCode));
        export.Says($"{name} is written: 12 people, 3 groups, 9 scopes, 12 roles, 12 policies, 26 assignments.");
        validate.Says($"{name} is valid: 12 people, 3 groups, 9 scopes, 12 roles, 12 policies, 26 assignments.");
        Assert.Equal(["Nothing to do: the store has what the file says."], plan.Lines);
        Assert.False(File.Exists(someone.At($"{name}.new")));
    }

    [Fact]
    public async Task What_comes_on_stdout_is_the_document_and_nothing_else()
    {
        using var someone = new PolicyOperator();
        var file = await someone.HasContosoAsync();

        var run = await someone.RunsProcess("export", "-");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), run.Output);
    }

    [Fact]
    public async Task An_export_of_an_empty_new_store_from_an_export_is_the_same_export()
    {
        using var here = new PolicyOperator();
        using var there = new PolicyOperator();
        var file = await here.HasContosoAsync();

        Assert.Equal(0, (await there.Runs("apply", file, "--yes", "--create")).ExitCode);

        Assert.Equal((await here.Runs("export", "-")).Output, (await there.Runs("export", "-")).Output);
    }

    [Theory]
    [InlineData("directory.txt", "directory.txt ends neither in .json nor in .yaml or .yml.")]
    [InlineData("nowhere/directory.json", "nowhere/directory.json can't be written: ")]
    public async Task A_file_that_can_not_be_written_is_one_clear_line(string name, string line)
    {
        using var someone = new PolicyOperator();
        await someone.HasContosoAsync();

        var run = await someone.RunsProcess("export", name);

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith(line, Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }
}
