using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using PimBot.Domain.Policies;
using PimBot.Scenarios.Model;

namespace PimBot.Scenarios.Administration.Model;

/// <summary>
/// How many steps are made and from which seed: <c>PIMBOT_MODEL_STEPS</c> and <c>PIMBOT_MODEL_SEED</c>. Every
/// <see cref="StepsOfALife"/> steps begin a life of their own, with the next seed.
/// </summary>
public sealed class AdministrationModel : IAsyncLifetime
{
    private const int StepsOfALife = 300;
    private const int UsualSteps = 3000;
    private const int FirstSeed = 1;
    private const int Repetitions = 40;

    /// <summary>Lives that never came to these prove nothing.</summary>
    private static readonly string[] Demanded =
    [
        "AdminAssign done",
        "AdminUpdate done",
        "AdminRemove done",
        "AdminExtend done",
        "AdminRenew done",
        "SelfExtend done",
        "SelfRenew done",
        "Decide[AdministratorDecision] done",
        "Decide[SecondAdministrator] done",
        "waits for AnotherOwner",
        "ChangePolicy done",
        "Elevate done",
        "SetUp done",
        "Activate done",
        "Verify done",
        "DecideActivation done",
        "EndActivation done",
        $"AdminAssign {ReasonCode.NotAdministrator}",
        $"AdminUpdate {ReasonCode.LastAdministrator}",
        $"AdminRemove {ReasonCode.LastAdministrator}",
        $"AdminRemove {ReasonCode.AssignmentTooYoung}",
        $"AdminUpdate {ReasonCode.AssignmentTooLong}",
        $"AdminAssign {ReasonCode.ServiceAccountsAreActiveOnly}",
        $"SelfExtend {ReasonCode.ExtensionTooEarly}",
        $"SelfRenew {ReasonCode.StillRunning}",
        $"ChangePolicy {ReasonCode.PolicyInvalid}",
        $"ChangePolicy {ReasonCode.LastApprover}",
        $"Elevate {ReasonCode.NotGlobalAdministrator}",
        $"DecideActivation {ReasonCode.RequesterCannotDecide}",
    ];

    private readonly TestFolder folder = new();

    [Fact]
    public async Task Whatever_people_and_time_do_in_a_random_directory_the_rules_hold()
    {
        var steps = Number("PIMBOT_MODEL_STEPS") ?? UsualSteps;
        var lives = (steps + StepsOfALife - 1) / StepsOfALife;
        var seeds = Enumerable.Range(Number("PIMBOT_MODEL_SEED") ?? FirstSeed, lives);
        var reached = new ConcurrentDictionary<string, int>();
        var broken = new ConcurrentBag<LifeBrokenException>();
        var watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(seeds, async (seed, _) => await LiveAsync(seed, reached, broken));
        Say(
            $"{lives * StepsOfALife} steps in {watch.Elapsed.TotalSeconds:F1} s, {broken.Count} lives of {lives} broken"
        );
        Say(string.Join(", ", reached.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => $"{r.Key}: {r.Value}")));
        foreach (var failure in broken)
        {
            Say(failure.Message);
        }

        if (broken.MinBy(failure => failure.Steps.Count) is { } easiest)
        {
            throw await ShortestAsync(easiest);
        }

        Assert.Empty(lives * StepsOfALife < UsualSteps ? [] : Demanded.Except(reached.Keys));
    }

    public async ValueTask InitializeAsync() => await Service.CreateAsync(folder.Template);

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task LiveAsync(
        int seed,
        ConcurrentDictionary<string, int> reached,
        ConcurrentBag<LifeBrokenException> broken
    )
    {
        try
        {
            var came = await AdministrationLife.PlayAsync(folder, seed, [.. Enumerable.Range(0, StepsOfALife)]);
            foreach (var (what, times) in came)
            {
                reached.AddOrUpdate(what, times, (_, before) => before + times);
            }
        }
        catch (LifeBrokenException failure)
        {
            broken.Add(failure);
        }
    }

    /// <summary>Leaves out halves, quarters and so on of the steps for as long as something still breaks.</summary>
    private async Task<LifeBrokenException> ShortestAsync(LifeBrokenException failure)
    {
        var left = Repetitions;
        for (var part = failure.Steps.Count / 2; part > 0 && left > 0; part /= 2)
        {
            for (var from = failure.Steps.Count - 1 - part; from >= 0 && left > 0; from -= part, left--)
            {
                var fewer = failure.Steps.Where((_, index) => index < from || index >= from + part).ToList();
                try
                {
                    await AdministrationLife.PlayAsync(folder, failure.Seed, fewer);
                }
                catch (LifeBrokenException still)
                {
                    failure = still;
                }

                from = Math.Min(from, failure.Steps.Count - 1);
            }
        }

        return failure;
    }

    private static void Say(string line) => TestContext.Current.TestOutputHelper?.WriteLine(line);

    private static int? Number(string variable) =>
        int.TryParse(
            Environment.GetEnvironmentVariable(variable),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;
}
