using System.Text.Json;
using PimBot.Channel.Schema;

namespace PimBot.Playground.Channel;

/// <summary>Applies the answer to an <c>adaptiveCard/action</c> invoke to the message that was clicked, as Teams does.</summary>
internal static class InvokeAnswerReader
{
    private const string Unreadable = "Something went wrong: the bot gave no answer that a client understands.";

    public static TranscriptMessage Apply(TranscriptMessage message, BotAnswer answer, DateTimeOffset now) =>
        answer switch
        {
            { IsSuccess: true, Body: { ValueKind: JsonValueKind.Object } body } => Apply(message, body, now),
            { IsSuccess: true } => WithError(message, Unreadable),
            _ => WithError(message, answer.Failure),
        };

    private static TranscriptMessage Apply(TranscriptMessage message, JsonElement body, DateTimeOffset now)
    {
        var value = body.TryGetProperty("value", out var found) ? found : default;
        return (Text(body, "type"), value.ValueKind) switch
        {
            (Attachment.AdaptiveCardType, JsonValueKind.Object) => message with
            {
                Cards = [new Card(Attachment.AdaptiveCardType, value, null)],
                EditedAt = now,
                Notice = null,
            },
            ("application/vnd.microsoft.activity.message", JsonValueKind.String) => message with
            {
                Notice = new Notice(value.GetString()!, IsError: false),
            },
            ("application/vnd.microsoft.error", JsonValueKind.Object) => WithError(
                message,
                Text(value, "message") ?? Unreadable
            ),
            ("application/vnd.microsoft.error.preconditionFailed", _) => WithError(
                message,
                "The bot asks for a single sign-on that this channel does not have."
            ),
            ("application/vnd.microsoft.activity.loginRequest", _) => WithError(
                message,
                "The bot asks to sign in, which this channel does not offer."
            ),
            _ => WithError(message, Unreadable),
        };
    }

    private static TranscriptMessage WithError(TranscriptMessage message, string text) =>
        message with
        {
            Notice = new Notice(text, IsError: true),
        };

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
