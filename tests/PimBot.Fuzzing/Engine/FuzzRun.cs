using System.Diagnostics;

namespace PimBot.Fuzzing.Engine;

/// <summary>
/// Feeds a target for the time given: the seeds first, then mutations of what the corpus holds. A broken property is
/// stored with the fewest last inputs that break it again, and the run goes on; all of them fail the test at its end.
/// </summary>
internal sealed class FuzzRun(FuzzTarget target, FuzzSettings settings)
{
    private const int MostFindings = 25;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Corpus corpus = new(target.Seeds);
    private readonly Random random = new(settings.Seed);
    private readonly Dictionary<string, string> findings = new(StringComparer.Ordinal);
    private readonly List<string> history = [];
    private TimeSpan spent;
    private TimeSpan worst;
    private long inputs;
    private int rounds;

    /// <summary>Runs the target as the environment says, and fails when a property broke.</summary>
    public static async Task OfAsync(FuzzTarget target)
    {
        var settings = FuzzSettings.FromEnvironment();
        var run = new FuzzRun(target, settings);
        if (settings.Replay is { } file)
        {
            var crash = CrashFile.Read(file);
            Assert.SkipUnless(crash.Target == target.Name, $"The crash file is one of '{crash.Target}'.");
            var broken = await run.FeedAsync(crash.Inputs);
            Assert.True(broken is null, broken?.ToString());
            return;
        }

        await run.RunAsync();
        Assert.True(run.findings.Count == 0, string.Join("\n\n", run.findings.Values));
    }

    private async Task RunAsync()
    {
        while ((rounds == 0 || spent < settings.Time) && findings.Count < MostFindings)
        {
            rounds++;
            if (await RoundAsync() is { } broken)
            {
                await target.AbandonRoundAsync();
                await KeepAsync(broken);
            }
        }

        Report();
    }

    private async Task<PropertyBrokenException?> RoundAsync()
    {
        history.Clear();
        await target.BeginRoundAsync();
        try
        {
            for (var i = 0; i < target.InputsPerRound && IsTimeLeft(); i++)
            {
                var input =
                    inputs < target.Seeds.Count
                        ? target.Seeds[(int)inputs]
                        : target.Mutate(corpus.Pick(random), corpus, random);
                inputs++;
                history.Add(input);
                corpus.Learn(input, await TimedAsync(input));
            }

            await target.EndRoundAsync();
            return null;
        }
        catch (PropertyBrokenException broken)
        {
            return broken;
        }
    }

    private bool IsTimeLeft() => inputs < target.Seeds.Count || spent < settings.Time;

    private async Task<string> TimedAsync(string input)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            return await RunAsync(input);
        }
        finally
        {
            watch.Stop();
            // The seeds are always fed and warm the product up: their time is not counted.
            spent += inputs > target.Seeds.Count ? watch.Elapsed : TimeSpan.Zero;
            worst = watch.Elapsed > worst ? watch.Elapsed : worst;
        }
    }

    private async Task<string> RunAsync(string input)
    {
        try
        {
            return await target.RunAsync(input).WaitAsync(Patience);
        }
        catch (Exception e) when (e is not PropertyBrokenException)
        {
            throw new PropertyBrokenException($"no {e.GetType().Name} is thrown", e.Message, e);
        }
    }

    private async Task KeepAsync(PropertyBrokenException broken)
    {
        if (findings.ContainsKey(broken.Property))
        {
            return;
        }

        IReadOnlyList<string> all = [.. history];
        var (shortest, isRepeatable) = await ShortestAsync(all, broken.Property);
        var file = new CrashFile(target.Name, shortest).Store(settings.Seed, broken);
        var last = EscapedText.Of(shortest[^1]);
        findings[broken.Property] =
            $"{target.Name}, seed {settings.Seed}: {broken}\n"
            + (isRepeatable ? $"{shortest.Count} input(s) break it again" : "It did not break again")
            + $", the last: {last[..Math.Min(2000, last.Length)]}\nReplay: PIMBOT_FUZZ_REPLAY={file} dotnet run --project tests/PimBot.Fuzzing";
        await Console.Out.WriteLineAsync(findings[broken.Property]);
    }

    /// <summary>The last 1, 2, 4, … inputs that break the same property from a fresh round.</summary>
    private async Task<(IReadOnlyList<string> Inputs, bool IsRepeatable)> ShortestAsync(
        IReadOnlyList<string> all,
        string property
    )
    {
        for (var count = 1; count < all.Count * 2; count *= 2)
        {
            var tail = all.Skip(Math.Max(0, all.Count - count)).ToList();
            if ((await FeedAsync(tail))?.Property == property)
            {
                return (tail, true);
            }
        }

        return (all, false);
    }

    private async Task<PropertyBrokenException?> FeedAsync(IReadOnlyList<string> some)
    {
        await target.BeginRoundAsync();
        try
        {
            foreach (var input in some)
            {
                await RunAsync(input);
            }

            await target.EndRoundAsync();
            return null;
        }
        catch (PropertyBrokenException broken)
        {
            await target.AbandonRoundAsync();
            return broken;
        }
    }

    private void Report()
    {
        var rate = inputs / Math.Max(0.001, spent.TotalSeconds);
        var memory = GC.GetTotalMemory(forceFullCollection: true) / 1024 / 1024;
        string[] lines =
        [
            $"{target.Name}: seed {settings.Seed}, {inputs} inputs in {spent.TotalSeconds:F0} s and {rounds} rounds",
            $"  {rate:F0} inputs/s, {corpus.Signatures} signatures, corpus {corpus.Count}, worst {worst.TotalMilliseconds:F0} ms",
            $"  {memory} MB in use afterwards, {findings.Count} finding(s)",
            .. target.Remarks.Select(remark => "  " + remark),
        ];
        foreach (var line in lines)
        {
            Console.Out.WriteLine(line);
            TestContext.Current.TestOutputHelper?.WriteLine(line);
        }
    }
}
