using PimBot.Domain.Alerts;

namespace PimBot.Application.Alerts;

/// <summary>An alert with a part of its incidents.</summary>
/// <param name="View">The alert.</param>
/// <param name="Incidents">The part.</param>
/// <param name="Number">Which part, from 0.</param>
/// <param name="ScannedAt">When it was last looked; null: never.</param>
/// <param name="Now">The moment of reading.</param>
public sealed record AlertPage(
    AlertView View,
    IReadOnlyList<AlertIncidentView> Incidents,
    int Number,
    DateTimeOffset? ScannedAt,
    DateTimeOffset Now
)
{
    public AlertKey Key => View.Key;
}
