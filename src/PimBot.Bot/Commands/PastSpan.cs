namespace PimBot.Bot.Commands;

/// <summary>A span of past time, in UTC.</summary>
/// <param name="From">The first instant; null: open.</param>
/// <param name="Until">The first instant behind it; null: open.</param>
internal sealed record PastSpan(DateTimeOffset? From, DateTimeOffset? Until);
