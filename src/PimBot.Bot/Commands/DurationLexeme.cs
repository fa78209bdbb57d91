namespace PimBot.Bot.Commands;

/// <summary>A number (with its digits) or a run of letters, within a token.</summary>
internal readonly record struct DurationLexeme(decimal? Number, string Text, int Token, bool EndsToken);
