using PimBot.Fuzzing.Engine;

namespace PimBot.Fuzzing.Headers;

public sealed class HeaderFuzz
{
    [Fact]
    public async Task No_header_opens_the_door_that_an_independent_reading_of_the_rules_keeps_shut()
    {
        await using var target = new HeaderTarget();
        await FuzzRun.OfAsync(target);
        Assert.SkipWhen(target.Opened == 0 && FuzzSettings.FromEnvironment().Replay is not null, "A replay.");
        Assert.True(target.Opened > 0, "Not one token was accepted: nothing was proven.");
    }
}
