namespace PimBot.Bot.Commands;

/// <summary>Entries of the audit as a file.</summary>
internal sealed record ExportAuditCommand(AuditAsked Asked) : Command;
