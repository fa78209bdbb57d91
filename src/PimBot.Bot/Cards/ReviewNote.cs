namespace PimBot.Bot.Cards;

/// <summary>A line at the top of a review's card: what was just done, or what was wrong.</summary>
/// <param name="Text">May hold names from outside; shown letter for letter.</param>
/// <param name="IsProblem">Whether something was wrong.</param>
internal sealed record ReviewNote(string Text, bool IsProblem = false);
