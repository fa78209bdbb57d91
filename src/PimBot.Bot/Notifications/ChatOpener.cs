using PimBot.Channel.Connector;
using PimBot.Domain.Access;

namespace PimBot.Bot.Notifications;

/// <summary>Opens a chat with somebody who never spoke to PimBot; where the Teams app is missing and may be installed for them, with it.</summary>
internal sealed class ChatOpener(IConnectorClient connector, IAppInstaller apps)
{
    public async Task<OpenedConversation> OpenAsync(
        PersonId person,
        ConversationOpening opening,
        CancellationToken cancellation
    )
    {
        var opened = await connector.CreateConversationAsync(opening, cancellation);
        return opened.LacksApp && await apps.InstallAsync(person.Value, cancellation)
            ? await connector.CreateConversationAsync(opening, cancellation)
            : opened;
    }
}
