namespace PimBot.Bot.Commands;

/// <summary>To look for alerts now.</summary>
internal sealed record ScanCommand : Command;
