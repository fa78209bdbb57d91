namespace PimBot.Bot.Commands;

/// <summary>The walk through all privileged roles and their holders.</summary>
internal sealed record WizardCommand : Command;
