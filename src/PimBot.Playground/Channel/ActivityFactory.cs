using System.Text.Json;
using PimBot.Channel.Schema;

namespace PimBot.Playground.Channel;

/// <summary>Makes activities as Teams makes them in personal chats.</summary>
internal sealed class ActivityFactory(PlaygroundIdentity identity, TimeProvider time)
{
    public Activity Message(Conversation conversation, ClientContext client, string text) =>
        Create(conversation, client, ActivityTypes.Message) with
        {
            Text = text,
            TextFormat = "plain",
        };

    /// <summary>What clients that don't know <c>Action.Execute</c> send for a click.</summary>
    public Activity Submit(Conversation conversation, ClientContext client, string messageId, JsonElement data) =>
        Create(conversation, client, ActivityTypes.Message) with
        {
            ReplyToId = messageId,
            Value = data,
        };

    public Activity Execute(
        Conversation conversation,
        ClientContext client,
        string messageId,
        CardClick click,
        JsonElement data
    ) =>
        Create(conversation, client, ActivityTypes.Invoke) with
        {
            Name = "adaptiveCard/action",
            ReplyToId = messageId,
            Value = JsonSerializer.SerializeToElement(
                new
                {
                    action = new
                    {
                        type = "Action.Execute",
                        id = click.Id,
                        verb = click.Verb,
                        data,
                    },
                    trigger = "manual",
                },
                PlaygroundJson.Options
            ),
        };

    public Activity Installed(Conversation conversation, ClientContext client) =>
        Create(conversation, client, ActivityTypes.InstallationUpdate) with
        {
            Action = "add",
        };

    public Activity BotAdded(Conversation conversation, ClientContext client) =>
        Create(conversation, client, ActivityTypes.ConversationUpdate) with
        {
            MembersAdded = [conversation.Bot],
        };

    private Activity Create(Conversation conversation, ClientContext client, string type) =>
        new()
        {
            Type = type,
            Id = "f:" + Guid.NewGuid(),
            Timestamp = time.GetUtcNow(),
            LocalTimezone = client.TimeZone,
            Locale = client.Locale,
            ServiceUrl = identity.ServiceUrl,
            ChannelId = "msteams",
            From = conversation.User,
            Recipient = conversation.Bot,
            Conversation = conversation.Account,
            ChannelData = JsonSerializer.SerializeToElement(new { tenant = new { id = identity.TenantId } }),
        };
}
