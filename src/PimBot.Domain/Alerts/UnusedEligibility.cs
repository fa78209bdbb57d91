using PimBot.Domain.Access;

namespace PimBot.Domain.Alerts;

/// <summary>An eligible assignment of a person, with when it was last made use of.</summary>
/// <param name="Assignment">The assignment.</param>
/// <param name="LastActivation">When its newest activation began; null: it was never activated.</param>
/// <param name="IsActive">Whether it is activated at this moment.</param>
public sealed record UnusedEligibility(Assignment Assignment, DateTimeOffset? LastActivation, bool IsActive);
