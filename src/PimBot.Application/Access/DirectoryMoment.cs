namespace PimBot.Application.Access;

/// <summary>A moment that a directory file gives.</summary>
/// <param name="At">In UTC, to the microsecond.</param>
/// <param name="Relative">The duration as written, when it counts from the load; null when the moment is absolute.</param>
internal readonly record struct DirectoryMoment(DateTimeOffset At, string? Relative);
