namespace PimBot.Channel.Cards;

/// <summary>One choice of an <see cref="InputChoiceSet"/>.</summary>
/// <param name="Title">Plain text. Text of people goes through <see cref="SafeText"/> first.</param>
/// <param name="Value">What comes back.</param>
public sealed record InputChoice(string Title, string Value);
