namespace PimBot.Bot.Commands;

/// <summary>Shows a role's settings, or changes some of them.</summary>
/// <param name="RoleText">The role, perhaps with its scope, as typed; null: not said.</param>
/// <param name="Change">What is to be changed, as typed, such as <c>maximum 1h</c>; null: nothing.</param>
internal sealed record SettingsCommand(string? RoleText, string? Change) : Command;
