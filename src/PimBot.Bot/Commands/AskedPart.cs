namespace PimBot.Bot.Commands;

/// <summary>Words that belong together, and the word that led to them.</summary>
/// <param name="Before">Such as "to", "from", "for", "at" or "'s"; empty when nothing led to them.</param>
/// <param name="From">The first token.</param>
/// <param name="To">The token after the last.</param>
internal readonly record struct AskedPart(string Before, int From, int To);
