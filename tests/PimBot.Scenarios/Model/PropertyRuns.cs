using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace PimBot.Scenarios.Model;

/// <summary>How many lives are tried and from which seed: <c>PIMBOT_PROPERTY_RUNS</c> and <c>PIMBOT_PROPERTY_SEED</c>.</summary>
internal static class PropertyRuns
{
    private const ulong FirstSeed = 20260302;

    public static Config Of(int usual)
    {
        var runs = Number("PIMBOT_PROPERTY_RUNS") is { } more ? (int)more : usual;
        var seed = Number("PIMBOT_PROPERTY_SEED") ?? FirstSeed;
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{runs} runs; repeat with PIMBOT_PROPERTY_SEED={seed} PIMBOT_PROPERTY_RUNS={runs}"
        );
        // The second number of a seed is odd.
        return Config
            .QuickThrowOnFailure.WithMaxTest(runs)
            .WithReplay(seed, (seed << 1) | 1)
            .WithQuietOnSuccess(true)
            .WithParallelRunConfig(new ParallelRunConfig(Environment.ProcessorCount));
    }

    private static ulong? Number(string variable) =>
        ulong.TryParse(
            Environment.GetEnvironmentVariable(variable),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;
}
