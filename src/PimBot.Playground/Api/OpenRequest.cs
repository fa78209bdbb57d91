namespace PimBot.Playground.Api;

/// <summary>A person's pane is shown.</summary>
internal sealed record OpenRequest(string? Person, string? TimeZone, string? Locale);
