using PimBot.Api.Answers;

namespace PimBot.Api.Access;

/// <summary>An administrator rolls PIM back for a role.</summary>
/// <param name="Justification">Why.</param>
internal sealed record MakePermanentBody([property: LongestReason] string? Justification = null);
