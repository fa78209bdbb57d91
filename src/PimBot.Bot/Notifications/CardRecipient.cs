using PimBot.Application.Work;
using PimBot.Bot.People;
using PimBot.Channel.Connector;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;

namespace PimBot.Bot.Notifications;

/// <summary>How a person is reached in chat.</summary>
/// <param name="Person">Who.</param>
/// <param name="Chat">Where they are reached; null: nowhere yet.</param>
/// <param name="Opening">How a chat with them can be opened; null: it can't be, or was tried in vain.</param>
internal sealed record CardRecipient(PersonId Person, PersonChat? Chat, ConversationOpening? Opening)
{
    public TimeZoneInfo Zone => Chat?.TimeZone ?? TimeZoneInfo.Utc;

    /// <param name="work">The unit of work.</param>
    /// <param name="person">Who.</param>
    /// <param name="about">The request that they are told of: where a chat was tried in vain for it, it is not tried again. Null: it is.</param>
    /// <param name="cancellation">Stops the read.</param>
    public static async Task<CardRecipient> ReadAsync(
        IPimUnitOfWork work,
        PersonId person,
        RequestId? about,
        CancellationToken cancellation
    )
    {
        if (await PersonChats.FindAsync(work, person, cancellation) is { } chat)
        {
            return new CardRecipient(person, chat, null);
        }

        var isInVain =
            about is { } request && (await UnreachablePeople.OfAsync(work, request, cancellation)).Contains(person);
        var opening = isInVain ? null : await TenantChats.OpeningForAsync(work, person, cancellation);
        return new CardRecipient(person, null, opening);
    }
}
