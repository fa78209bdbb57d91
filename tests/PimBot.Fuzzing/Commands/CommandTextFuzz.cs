using PimBot.Fuzzing.Engine;

namespace PimBot.Fuzzing.Commands;

public sealed class CommandTextFuzz
{
    [Fact]
    public Task Every_text_is_answered_with_cards_in_which_it_is_inert() => FuzzRun.OfAsync(new CommandTextTarget());
}
