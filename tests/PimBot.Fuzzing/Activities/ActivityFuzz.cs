using PimBot.Fuzzing.Engine;

namespace PimBot.Fuzzing.Activities;

public sealed class ActivityFuzz
{
    [Fact]
    public Task No_activity_fails_the_bot_or_has_an_effect_without_authority() => FuzzRun.OfAsync(new ActivityTarget());
}
