using System.Collections.Concurrent;
using FsCheck;
using FsCheck.Fluent;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;
using PimBot.Testing;

namespace PimBot.Scenarios.Model;

public sealed class RequestLifeProperty : IAsyncLifetime
{
    private const int UsualRuns = 200;

    /// <summary>Lives of which too few reach these prove nothing.</summary>
    private static readonly string[] Demanded =
    [
        "extended",
        "approved",
        "verified",
        $"{RequestState.Revoked}",
        $"{RequestState.Denied}",
        $"{RequestState.Canceled}",
        $"{RequestState.TimedOut}",
        $"{ReasonCode.TargetRefused}",
        $"{ReasonCode.PolicyTightened}",
        $"{ReasonCode.NotEligible}",
        $"{ReasonCode.PersonDisabled}",
        $"{ReasonCode.NotActive}",
        $"{ReasonCode.DurationTooLong}",
        $"{TargetMood.DiesBefore}",
        $"{TargetMood.DiesAfter}",
        $"{TargetMood.CanceledMeanwhile}",
    ];

    private readonly ConcurrentDictionary<string, int> reached = [];
    private readonly TestFolder folder = new();

    [Fact]
    public void Whatever_people_time_and_the_target_do_the_rules_hold()
    {
        Prop.ForAll(StepGenerator.Lives, steps => PlayAsync(steps).GetAwaiter().GetResult())
            .Check(PropertyRuns.Of(UsualRuns));
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(", ", reached.OrderBy(pair => pair.Key)));
        Assert.Empty(reached.GetValueOrDefault("lives") < UsualRuns ? [] : Demanded.Except(reached.Keys));
    }

    public async ValueTask InitializeAsync() =>
        await PimProcess.CreateAsync(folder.Template, new ManualTime(Cast.Start));

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task PlayAsync(Step[] steps)
    {
        foreach (var mark in (await Life.PlayAsync(folder, steps)).Append("lives"))
        {
            reached.AddOrUpdate(mark, 1, (_, times) => times + 1);
        }
    }
}
