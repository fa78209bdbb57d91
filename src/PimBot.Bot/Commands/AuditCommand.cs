namespace PimBot.Bot.Commands;

/// <summary>Shows entries of the audit.</summary>
internal sealed record AuditCommand(AuditAsked Asked) : Command;
