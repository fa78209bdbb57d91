using PimBot.Playground.Channel;

namespace PimBot.Playground.Api;

/// <summary>A person clicks a button of a card.</summary>
internal sealed record ClickRequest(
    string? Person,
    string? Message,
    CardClick? Action,
    string? TimeZone,
    string? Locale
);
