namespace PimBot.Scenarios.AsCode;

/// <summary>What became of one command.</summary>
internal sealed record PolicyRun(int ExitCode, string Output, string Errors)
{
    public IReadOnlyList<string> Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public IReadOnlyList<string> ErrorLines => Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public void Says(string line) => Assert.Contains(line, Lines);
}
