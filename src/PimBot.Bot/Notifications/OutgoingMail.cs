namespace PimBot.Bot.Notifications;

/// <summary>A mail.</summary>
/// <param name="Id">The same at every attempt, and no other mail's.</param>
/// <param name="To">One plain address.</param>
/// <param name="Subject">One line without control characters.</param>
/// <param name="Text">As plain text.</param>
/// <param name="Html">The same as HTML.</param>
public sealed record OutgoingMail(Guid Id, string To, string Subject, string Text, string Html);
