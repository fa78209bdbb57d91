using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Domain.Activations;

/// <summary>How a request ended without access, or lost it.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who did it; null when time or PimBot did.</param>
/// <param name="Code">Why, where a rule is the cause.</param>
public sealed record RequestOutcome(DateTimeOffset At, PersonId? By, ReasonCode? Code);
