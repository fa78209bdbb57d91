namespace PimBot.Application.Access;

/// <summary>Who is in a group.</summary>
/// <param name="Count">How many.</param>
/// <param name="Names">The names of some of them.</param>
public sealed record GroupMembers(int Count, IReadOnlyList<string> Names);
