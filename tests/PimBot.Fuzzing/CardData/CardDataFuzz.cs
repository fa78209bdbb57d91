using PimBot.Fuzzing.Engine;

namespace PimBot.Fuzzing.CardData;

public sealed class CardDataFuzz
{
    [Fact]
    public Task No_click_decides_grants_or_ends_anything_without_authority() => FuzzRun.OfAsync(new CardDataTarget());
}
