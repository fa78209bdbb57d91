using PimBot.Application.Work;
using PimBot.Channel.Cards;
using PimBot.Domain.Access;

namespace PimBot.Bot.Notifications;

/// <summary>A card that is sent once and never changed afterwards.</summary>
/// <param name="Person">Who gets it.</param>
/// <param name="What">What it is, for the audit when nothing reaches them.</param>
/// <param name="Subject">What a notification on a phone says.</param>
internal sealed record LooseCard(PersonId Person, string What, string Subject)
{
    /// <summary>Makes the card at the moment of sending; null: nothing is to be said any more.</summary>
    public required Func<IPimUnitOfWork, TimeZoneInfo, CancellationToken, Task<AdaptiveCard?>> Read { get; init; }

    /// <summary>The same word for a mail address.</summary>
    public required Func<string, MailedNotice> Mail { get; init; }
}
