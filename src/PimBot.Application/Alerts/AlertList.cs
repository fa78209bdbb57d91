namespace PimBot.Application.Alerts;

/// <summary>All alerts that somebody may see, those that need something first.</summary>
/// <param name="Alerts">The directory's all; Azure's where there are incidents or something was decided.</param>
/// <param name="ScannedAt">When it was last looked; null: never.</param>
/// <param name="Now">The moment of reading.</param>
public sealed record AlertList(IReadOnlyList<AlertView> Alerts, DateTimeOffset? ScannedAt, DateTimeOffset Now)
{
    /// <summary>How many are active.</summary>
    public int Active => Alerts.Count(a => a.IsActive);
}
