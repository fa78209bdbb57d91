namespace PimBot.Application.Alerts;

/// <summary>What became of incidents that were to be fixed, one by one.</summary>
/// <param name="Outcomes">In the order of the alert's list.</param>
/// <param name="HasMore">Whether there are more than can be fixed at a time: do it again.</param>
public sealed record FixReport(IReadOnlyList<FixOutcome> Outcomes, bool HasMore);
