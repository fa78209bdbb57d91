namespace PimBot.Bot.Commands;

/// <summary>A moment found among tokens, and the index of the token after it.</summary>
internal sealed record ScannedMoment(MomentAsked Moment, int Next);
