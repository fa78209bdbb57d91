using System.Globalization;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Audit;

namespace PimBot.Application.Audit;

/// <summary>
/// Who held a role that PimBot did not give, as the alert found it: since the target says, or since it was found, until it
/// was taken away, became an assignment, or was there no longer.
/// </summary>
internal static class OutsideHistory
{
    internal const int MostRead = 5000;

    private const string Name = "outside=";
    private const string Since = "since=";

    private static readonly AuditAction[] Actions =
    [
        AuditAction.AlertIncidentOpened,
        AuditAction.AlertIncidentClosed,
        AuditAction.OutsideAccessRemoved,
        AuditAction.OutsideAccessAdopted,
    ];

    /// <summary>As an incident's details in the audit say it; empty where the target does not know since when.</summary>
    public static string SinceText(DateTimeOffset? since) =>
        since is { } at ? string.Create(CultureInfo.InvariantCulture, $" {Since}{at.UtcDateTime:O}") : "";

    /// <summary>Of the role that is asked for, as far as the reader sees the entries.</summary>
    public static async Task<IReadOnlyList<(Principal Principal, Holding Held)>> ReadAsync(
        IPimUnitOfWork work,
        AuditSight sight,
        RoleId role,
        CancellationToken cancellation
    )
    {
        if (await work.AuditSearch.BoundsAsync(cancellation) is not { } bounds)
        {
            return [];
        }

        var selection = new AuditSelection(new AuditFilter { Role = role, Actions = Actions }, sight);
        var entries = await work.AuditSearch.OldestAsync(selection, 0, bounds.Last, MostRead, cancellation);
        var (going, over) = (new Dictionary<string, (Principal, Holding)>(), new List<(Principal, Holding)>());
        foreach (var entry in entries)
        {
            Follow(entry, going, over);
        }

        return [.. over, .. going.Values];
    }

    private static void Follow(
        AuditEntry entry,
        Dictionary<string, (Principal Principal, Holding Held)> going,
        List<(Principal, Holding)> over
    )
    {
        var happened = entry.Event;
        if (Part(happened, Name) is not { } id || happened.Access is not { } access)
        {
            return;
        }

        if (happened.Action is not AuditAction.AlertIncidentOpened)
        {
            if (going.Remove(id, out var known))
            {
                over.Add((known.Principal, known.Held with { Until = entry.At }));
            }
        }
        else if (PrincipalOf(happened) is { } principal)
        {
            var held = new Holding
            {
                Person = principal.Person ?? default,
                Access = access,
                Kind = HoldingKind.Outside,
                Group = principal.Group,
                From = Moment(Part(happened, Since)) ?? entry.At,
            };
            going[id] = (principal, held);
        }
    }

    private static Principal? PrincipalOf(AuditEvent happened) =>
        happened.Subject is { } person ? Principal.Of(person)
        : happened.Group is { } group ? Principal.Of(group)
        : null;

    private static DateTimeOffset? Moment(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? at
            : null;

    private static string? Part(AuditEvent happened, string name) =>
        happened
            .Detail?.Split(' ')
            .FirstOrDefault(part => part.StartsWith(name, StringComparison.Ordinal))
            ?[name.Length..];
}
