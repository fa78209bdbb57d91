namespace PimBot.Bot.Notifications;

/// <summary>What became of one attempt to send a mail.</summary>
/// <param name="Kind">Which outcome.</param>
/// <param name="Code">For operators: a code, never a text of the server.</param>
public sealed record MailOutcome(MailOutcomeKind Kind, string? Code = null);
