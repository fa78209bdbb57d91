namespace PimBot.Domain.Alerts;

/// <summary>A number that can be set, with what it may be.</summary>
/// <param name="Name">Which.</param>
/// <param name="Least">The smallest value.</param>
/// <param name="Most">The largest value.</param>
/// <param name="Default">What holds unless another is set.</param>
public sealed record AlertThreshold(AlertThresholdName Name, int Least, int Most, int Default);
