using PimBot.Channel.Cards;

namespace PimBot.Bot.Tests.Cards;

/// <summary>A card in one of the states in which the product sends it.</summary>
/// <param name="Card">The class that makes it.</param>
/// <param name="State">What is the matter, in words with hyphens: part of the golden file's name.</param>
/// <param name="Make">Makes it about these people and this role.</param>
/// <param name="IsFullest">Whether it is the one of its class that shows the most: its hostile variant is a golden file too.</param>
internal sealed record CardSample(Type Card, string State, Func<Cast, AdaptiveCard> Make, bool IsFullest = false)
{
    public string Name => $"{Card.Name}.{State}";

    public static IReadOnlyList<CardSample> All { get; } =
    [
        .. RequestSamples.All,
        .. ApprovalSamples.All,
        .. RoleSamples.All,
        .. FormSamples.All,
        .. ConversationSamples.All,
        .. OverviewSamples.All,
        .. GroupSamples.All,
        .. AssignmentSamples.All,
        .. AdministrationSamples.All,
        .. WizardSamples.All,
        .. DigestSamples.All,
        .. StandingSamples.All,
        .. ConfirmSamples.All,
        .. VerifySamples.All,
        .. AuditSamples.All,
        .. AlertSamples.All,
        .. ReviewSamples.All,
    ];
}
