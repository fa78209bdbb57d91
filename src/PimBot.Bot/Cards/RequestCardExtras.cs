using PimBot.Application.Activations;
using PimBot.Domain.Access;

namespace PimBot.Bot.Cards;

/// <summary>What a request's card shows besides the request itself.</summary>
/// <param name="Zone">The reader's time zone.</param>
/// <param name="Unreachable">Approvers who could not be reached.</param>
/// <param name="VerificationLink">Where the requester verifies; null: nowhere, which the card says when it matters.</param>
/// <param name="IsSuperseded">A newer card of the same request was sent: this one only shows.</param>
internal sealed record RequestCardExtras(
    TimeZoneInfo Zone,
    IReadOnlySet<PersonId> Unreachable,
    Uri? VerificationLink = null,
    bool IsSuperseded = false
)
{
    /// <summary>What the request lacks by settings that became stricter since; null: nothing.</summary>
    public StricterSettings? Stricter { get; init; }

    /// <summary>Whether the card brings the word that they became stricter.</summary>
    public bool TellsStricter { get; init; }
}
