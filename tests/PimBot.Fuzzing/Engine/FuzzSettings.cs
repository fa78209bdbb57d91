using System.Globalization;
using System.Security.Cryptography;

namespace PimBot.Fuzzing.Engine;

/// <summary>How long and from which seed to run, from the environment; see README.md.</summary>
/// <param name="Time">For one target.</param>
/// <param name="Seed">Decides every input, as long as the product behaves alike.</param>
/// <param name="Replay">A crash file to feed again in place of new inputs; null for none.</param>
internal sealed record FuzzSettings(TimeSpan Time, int Seed, string? Replay)
{
    private const int Targets = 5;
    private const int FixedSeed = 20_260_302;
    private static readonly TimeSpan InTheTests = TimeSpan.FromSeconds(2);

    public static FuzzSettings FromEnvironment()
    {
        var minutes = Read("PIMBOT_FUZZ_MINUTES") is { } asked
            ? TimeSpan.FromMinutes(double.Parse(asked, CultureInfo.InvariantCulture) / Targets)
            : (TimeSpan?)null;
        var seed = Read("PIMBOT_FUZZ_SEED") is { } given ? int.Parse(given, CultureInfo.InvariantCulture) : (int?)null;
        return new FuzzSettings(
            minutes ?? InTheTests,
            seed ?? (minutes is null ? FixedSeed : RandomNumberGenerator.GetInt32(int.MaxValue)),
            Read("PIMBOT_FUZZ_REPLAY")
        );
    }

    private static string? Read(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;
}
