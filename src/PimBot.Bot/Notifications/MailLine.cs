namespace PimBot.Bot.Notifications;

/// <summary>One line of a mail.</summary>
internal sealed record MailLine(string Text, bool IsHeading = false);
