namespace PimBot.Domain.Access;

/// <summary>Why and when a grant ended.</summary>
/// <param name="At">When it stopped counting.</param>
/// <param name="Cause">What ended it.</param>
/// <param name="By">Who ended it; null when time or PimBot did.</param>
public sealed record GrantEnd(DateTimeOffset At, GrantEndCause Cause, PersonId? By);
