using System.Text.Json.Nodes;

namespace PimBot.Testing;

/// <summary>The 1:1 conversation of a person and the bot, or a group chat or channel, as the channel keeps it.</summary>
public sealed class Chat
{
    private readonly Lock gate = new();
    private readonly List<ChatMessage> messages = [];
    private readonly Func<long> tick;

    internal Chat(string aadObjectId, string name, int number, Func<long> tick)
    {
        AadObjectId = aadObjectId;
        Name = name;
        UserId = $"29:1{number:D3}-{Uri.EscapeDataString(aadObjectId)}";
        ConversationId = $"a:1{number:D3}_{Uri.EscapeDataString(aadObjectId)}";
        this.tick = tick;
    }

    private Chat(string conversationId, string conversationType, string name, Func<long> tick)
    {
        (AadObjectId, UserId, Name, this.tick) = ("", "", name, tick);
        (ConversationId, ConversationType) = (conversationId, conversationType);
    }

    /// <summary><c>personal</c>, <c>groupChat</c> or <c>channel</c>.</summary>
    public string ConversationType { get; } = "personal";

    /// <summary>What identifies the person; empty for a group.</summary>
    public string AadObjectId { get; }

    /// <summary>The display name; identifies nobody.</summary>
    public string Name { get; }

    /// <summary>The channel's id of the person for this bot: <c>29:…</c>.</summary>
    public string UserId { get; }

    /// <summary>The channel's id of the conversation: <c>a:…</c>.</summary>
    public string ConversationId { get; }

    /// <summary>Whether the app is installed for this person. Without it the channel answers 403.</summary>
    public bool IsInstalled { get; internal set; }

    /// <summary>IANA name, sent with what the person does.</summary>
    public string TimeZone { get; set; } = "Europe/Stockholm";

    /// <summary>Sent with what the person does.</summary>
    public string Locale { get; set; } = "en-GB";

    /// <summary>Everything in order of sending, deleted messages too.</summary>
    public IReadOnlyList<ChatMessage> Messages
    {
        get
        {
            lock (gate)
            {
                return [.. messages];
            }
        }
    }

    /// <summary>What the person sees now, as text: one paragraph a message.</summary>
    public override string ToString() => ChatPrinter.Print(this);

    internal static Chat OfGroup(string conversationId, string conversationType, string name, Func<long> tick) =>
        new(conversationId, conversationType, name, tick);

    internal void Add(string id, bool isFromBot, JsonObject activity)
    {
        lock (gate)
        {
            messages.Add(
                new ChatMessage(id, isFromBot, activity, ChatMessage.FirstCard(activity), 0, IsDeleted: false, tick())
            );
        }
    }

    internal bool Update(string id, JsonObject activity) =>
        Change(
            id,
            message =>
                message with
                {
                    Activity = activity,
                    Card = ChatMessage.FirstCard(activity),
                    UpdatedCount = message.UpdatedCount + 1,
                }
        );

    internal bool ShowCard(string id, JsonObject card) => Change(id, message => message with { Card = card });

    internal bool Delete(string id) => Change(id, message => message with { IsDeleted = true });

    private bool Change(string id, Func<ChatMessage, ChatMessage> change)
    {
        lock (gate)
        {
            var at = messages.FindIndex(message => message.Id == id && message.IsFromBot && !message.IsDeleted);
            if (at < 0)
            {
                return false;
            }

            messages[at] = change(messages[at]) with { ChangedAt = tick() };
            return true;
        }
    }
}
