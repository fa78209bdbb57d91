using PimBot.Application.Alerts;

namespace PimBot.Alerts;

/// <summary>Section <c>Alerts</c>: how often PimBot looks for what is dangerous.</summary>
internal sealed class AlertOptions
{
    public const string Section = "Alerts";

    /// <summary>How often it is scanned without a cause: 1 minute to 7 days. After changes it is scanned within seconds.</summary>
    public TimeSpan ScanInterval { get; set; } = AlertScanSettings.Default;
}
