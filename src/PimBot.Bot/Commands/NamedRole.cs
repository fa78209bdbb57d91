namespace PimBot.Bot.Commands;

/// <summary>A role as people call it. <paramref name="Key"/> is the caller's own and is never matched.</summary>
internal sealed record NamedRole(string Key, string Name, IReadOnlyList<string> Aliases);
