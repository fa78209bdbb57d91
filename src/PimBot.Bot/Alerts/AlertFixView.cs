using System.Security.Cryptography;
using System.Text;
using PimBot.Application.Alerts;

namespace PimBot.Bot.Alerts;

/// <summary>Incidents that are to be fixed, or were, with what a door says to each.</summary>
/// <param name="View">The alert.</param>
/// <param name="IsAdoption">Whether access from outside is adopted instead of being removed.</param>
/// <param name="IsAll">Whether all incidents are meant, and not some that were chosen.</param>
/// <param name="Lines">Each incident, with the sentence that refuses it (null: it is not), and whether it waits for another administrator.</param>
/// <param name="HasMore">Whether there are more than can be fixed at a time.</param>
internal sealed record AlertFixView(
    AlertView View,
    bool IsAdoption,
    bool IsAll,
    IReadOnlyList<(AlertIncidentView Incident, string? Refusal, bool IsWaiting)> Lines,
    bool HasMore
)
{
    /// <summary>The same while no incident came or went.</summary>
    public string Seen =>
        Convert.ToHexString(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(string.Join(',', Lines.Select(l => $"{l.Incident.Incident.Id:N}").Order()))
            )
        )[..16];

    public IReadOnlyList<AlertIncidentView> Fixable => [.. Lines.Where(l => l.Refusal is null).Select(l => l.Incident)];

    public IEnumerable<(AlertIncidentView Incident, string Refusal)> Refused =>
        Lines.Where(l => l.Refusal is not null).Select(l => (l.Incident, l.Refusal!));
}
