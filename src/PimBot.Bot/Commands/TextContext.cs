namespace PimBot.Bot.Commands;

/// <summary>
/// What a text is read against: when, in whose time zone, and which roles the person may mean (those that they may
/// activate or hold; nobody learns of others through a suggestion).
/// </summary>
internal sealed record TextContext(DateTimeOffset Now, TimeZoneInfo Zone, IReadOnlyList<NamedRole> Roles);
