using PimBot.Access.Commands;

namespace PimBot.Application.Tests.AsCode;

public sealed class PolicyArgumentsTests
{
    [Fact]
    public void Options_may_stand_anywhere_and_settings_go_to_the_settings()
    {
        var parsed = PolicyArguments.Parse(
            [
                "apply",
                "--yes",
                "--as",
                "ann@x.example",
                "x.json",
                "--reason=tidy: up",
                "--prune",
                "--Storage:Engine",
                "Sqlite",
            ],
            out _
        );

        Assert.NotNull(parsed);
        Assert.Equal((PolicyVerb.Apply, "x.json"), (parsed.Verb, parsed.File));
        Assert.Equal((true, true, false), (parsed.Yes, parsed.Prune, parsed.Json));
        Assert.Equal(("ann@x.example", "tidy: up"), (parsed.As, parsed.Reason));
        Assert.Equal(["--Storage:Engine", "Sqlite"], parsed.Settings);
    }

    [Theory]
    [InlineData("Say what to do")]
    [InlineData("no command “policy aply”", "aply", "x.json")]
    [InlineData("no command “policy 3”", "3", "x.json")]
    [InlineData("Name the file", "plan")]
    [InlineData("Name one file, not 2", "plan", "a.json", "b.json")]
    [InlineData("policy plan knows no option --yes.", "plan", "a.json", "--yes")]
    [InlineData("policy plan knows no option --create.", "plan", "a.json", "--create")]
    [InlineData("policy validate knows no option --prune.", "validate", "a.json", "--prune")]
    [InlineData("--as needs a value", "apply", "a.json", "--as")]
    [InlineData("--as needs a value", "apply", "a.json", "--as=")]
    [InlineData("--Storage:Engine needs a value", "plan", "a.json", "--Storage:Engine")]
    public void What_is_not_understood_is_said(string words, params string[] args)
    {
        Assert.Null(PolicyArguments.Parse(args, out var fault));
        Assert.Contains(words, fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "policy")]
    [InlineData(true, "polcy")]
    [InlineData(true, "--help")]
    [InlineData(false)]
    [InlineData(false, "--urls=http://localhost:1")]
    [InlineData(false, "Bot:AppId=x")]
    public void Words_are_commands_and_settings_are_the_bots(bool isCommand, params string[] args) =>
        Assert.Equal(isCommand, PolicyCommands.Handles(args));
}
