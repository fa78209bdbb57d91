using PimBot.Fuzzing.Engine;

namespace PimBot.Fuzzing.Commands;

public sealed class CommandParserFuzz
{
    [Fact]
    public Task Every_text_is_read_quickly_and_alike_each_time() => FuzzRun.OfAsync(new CommandParserTarget());
}
