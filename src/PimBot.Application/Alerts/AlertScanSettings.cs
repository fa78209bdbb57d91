namespace PimBot.Application.Alerts;

/// <summary>How alerts are looked for.</summary>
/// <param name="Interval">How often, without a cause. After changes it is looked sooner.</param>
public sealed record AlertScanSettings(TimeSpan Interval)
{
    public static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);
    public static readonly TimeSpan Default = TimeSpan.FromHours(1);
}
