namespace PimBot.Bot.Commands;

/// <summary>Alerts, or one of them.</summary>
/// <param name="Verb">What is wanted.</param>
/// <param name="Text">Which alert, as typed, with the numbers that are to be set; null: not said.</param>
/// <param name="Reason">Why; null: not said.</param>
internal sealed record AlertCommand(AlertVerb Verb, string? Text, string? Reason) : Command;
