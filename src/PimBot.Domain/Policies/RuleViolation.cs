namespace PimBot.Domain.Policies;

/// <summary>One rule that a request breaks.</summary>
/// <param name="Rule">One of <see cref="RuleNames"/>.</param>
/// <param name="Code">Why.</param>
/// <param name="Limit">The duration that the rule allows, where it is about one.</param>
public sealed record RuleViolation(string Rule, ReasonCode Code, TimeSpan? Limit = null);
