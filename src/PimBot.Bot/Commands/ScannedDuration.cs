namespace PimBot.Bot.Commands;

/// <summary>A duration found among tokens, and the index of the token after it.</summary>
internal sealed record ScannedDuration(DurationReading Reading, int Next);
