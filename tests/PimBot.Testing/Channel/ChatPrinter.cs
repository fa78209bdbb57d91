using System.Text;

namespace PimBot.Testing;

/// <summary>Prints a chat for a person who reads a failed test.</summary>
internal static class ChatPrinter
{
    public static string Print(Chat chat)
    {
        var text = new StringBuilder();
        text.AppendLine($"── {chat.Name}'s chat ──");
        foreach (var message in chat.Messages)
        {
            text.AppendLine($"{Author(chat, message)}{Marks(message)}:");
            foreach (var line in Read(chat, message).Split('\n'))
            {
                text.Append("    ").AppendLine(line);
            }
        }

        return text.Append("──").ToString();
    }

    /// <summary>The visible text of one message: its text, then its card line by line.</summary>
    public static string Read(Chat chat, ChatMessage message)
    {
        var card = message.Card is { } shown ? CardText.Flatten(shown, chat.TimeZone) : "";
        return string.Join('\n', new[] { message.Text, card }.Where(part => part.Length > 0));
    }

    private static string Author(Chat chat, ChatMessage message) => message.IsFromBot ? "PimBot" : chat.Name;

    private static string Marks(ChatMessage message) =>
        (message.UpdatedCount > 0 ? $" (updated {message.UpdatedCount}×)" : "")
        + (message.IsDeleted ? " (deleted)" : "");
}
