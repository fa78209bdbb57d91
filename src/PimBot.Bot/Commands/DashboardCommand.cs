namespace PimBot.Bot.Commands;

/// <summary>What an administrator sees at a glance; for everybody else "My view".</summary>
/// <param name="IsOwn">Whether an administrator, too, wants to see what is their own only.</param>
internal sealed record DashboardCommand(bool IsOwn) : Command;
