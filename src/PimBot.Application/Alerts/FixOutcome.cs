using PimBot.Domain.Alerts;
using PimBot.Domain.Policies;

namespace PimBot.Application.Alerts;

/// <summary>What became of one incident that was to be fixed.</summary>
/// <param name="Incident">Which.</param>
/// <param name="Refusal">Why nothing was done; null: it was, or waits.</param>
/// <param name="IsWaiting">Whether it waits: for another administrator, or for another owner.</param>
public sealed record FixOutcome(AlertIncident Incident, Refusal? Refusal = null, bool IsWaiting = false)
{
    public bool IsDone => Refusal is null && !IsWaiting;
}
