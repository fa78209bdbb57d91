using System.Text.Json;
using System.Text.Json.Serialization;

namespace PimBot.Channel.Schema;

/// <summary>
/// One activity of the Bot Framework Activity protocol, in or out. Only the members that this bot reads or writes;
/// unknown members are ignored, null members are never written (Teams answers 400 to some).
/// </summary>
public sealed record Activity
{
    /// <summary>One of <see cref="ActivityTypes"/>, or any other text (which is ignored).</summary>
    public string? Type { get; init; }

    /// <summary>Opaque, unique within the conversation.</summary>
    public string? Id { get; init; }

    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>IANA name of the sender's time zone, where the client sends it.</summary>
    public string? LocalTimezone { get; init; }

    public string? Locale { get; init; }

    public string? ServiceUrl { get; init; }

    public string? ChannelId { get; init; }

    public ChannelAccount? From { get; init; }

    public ChannelAccount? Recipient { get; init; }

    public ConversationAccount? Conversation { get; init; }

    public string? ReplyToId { get; init; }

    public string? Text { get; init; }

    /// <summary><c>plain</c>, <c>markdown</c> or <c>xml</c>. What PimBot sends is <c>plain</c> unless it says otherwise.</summary>
    public string? TextFormat { get; init; }

    /// <summary>Shown in notifications when the activity has only a card.</summary>
    public string? Summary { get; init; }

    public IReadOnlyList<Attachment>? Attachments { get; init; }

    public IReadOnlyList<JsonElement>? Entities { get; init; }

    public IReadOnlyList<ChannelAccount>? MembersAdded { get; init; }

    public IReadOnlyList<ChannelAccount>? MembersRemoved { get; init; }

    /// <summary><c>add</c> or <c>remove</c> (with <c>-upgrade</c>) in an <c>installationUpdate</c>.</summary>
    public string? Action { get; init; }

    /// <summary>Name of an invoke, such as <c>adaptiveCard/action</c>.</summary>
    public string? Name { get; init; }

    public JsonElement? Value { get; init; }

    public JsonElement? ChannelData { get; init; }

    /// <summary><c>expectReplies</c> asks for the replies in the HTTP answer.</summary>
    public string? DeliveryMode { get; init; }

    /// <summary>As it is sent: a text without a format is plain, so that no client reads user text as Markdown.</summary>
    internal Activity WithPlainText() =>
        Text is null || TextFormat is not null ? this : this with { TextFormat = TextFormats.Plain };
}
