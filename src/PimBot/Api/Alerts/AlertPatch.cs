namespace PimBot.Api.Alerts;

/// <summary>A change of an alert.</summary>
/// <param name="IsActive">False dismisses it, true restores it.</param>
internal sealed record AlertPatch(bool IsActive);
