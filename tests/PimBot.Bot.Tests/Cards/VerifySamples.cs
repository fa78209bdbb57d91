using PimBot.Bot.Cards;

namespace PimBot.Bot.Tests.Cards;

/// <summary>Where administrators verify.</summary>
internal static class VerifySamples
{
    public static IReadOnlyList<CardSample> All { get; } =
    [
        new(
            typeof(VerifyCard),
            "link",
            _ => VerifyCard.For(new Uri("https://pimbot.contoso.example/verify/5eed")),
            IsFullest: true
        ),
        new(typeof(VerifyCard), "no-way", _ => VerifyCard.For(null)),
    ];
}
