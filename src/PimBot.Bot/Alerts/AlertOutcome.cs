namespace PimBot.Bot.Alerts;

/// <summary>What became of a change of an alert, in words. At most one is set.</summary>
/// <param name="Problem">Why nothing changed; null: it did, or nothing was to.</param>
/// <param name="Done">What changed and what follows; may hold the person's own words.</param>
internal sealed record AlertOutcome(string? Problem = null, string? Done = null);
