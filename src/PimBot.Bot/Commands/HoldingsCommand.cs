namespace PimBot.Bot.Commands;

/// <summary>Who had a role at some time, as against who has it now.</summary>
internal sealed record HoldingsCommand(AuditAsked Asked) : Command;
