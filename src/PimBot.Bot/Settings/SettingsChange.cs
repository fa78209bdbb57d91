namespace PimBot.Bot.Settings;

/// <summary>One change of a role's settings, in words.</summary>
/// <param name="Words">Such as "Longest activation: 2 hours → 1 hour". Names in it are as they are.</param>
/// <param name="Effect">What it means for others.</param>
internal sealed record SettingsChange(string Words, SettingsEffect Effect);
