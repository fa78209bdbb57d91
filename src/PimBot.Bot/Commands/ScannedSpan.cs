namespace PimBot.Bot.Commands;

/// <summary>A span found among tokens, or what is wrong with it, and the index of the token after it.</summary>
internal sealed record ScannedSpan(PastSpan Span, int Next, string? Fault = null);
