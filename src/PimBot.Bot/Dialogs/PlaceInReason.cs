using PimBot.Application.Access;
using PimBot.Bot.Commands;
using PimBot.Bot.Dialogs.Assignments;
using PimBot.Bot.Turns;
using PimBot.Domain.Access;

namespace PimBot.Bot.Dialogs;

/// <summary>
/// "Owner for 1h because fix vm on payments-vm1": where a reason ends with the whole name of a place that its speaker
/// could mean, that is the place, not a part of the reason. Otherwise the role would be active in more than was asked for.
/// </summary>
internal static class PlaceInReason
{
    private static readonly string[] Openers = ["at ", "on ", "in "];

    /// <summary>The role's text with the place, and the rest of the reason; null where the reason names no such place.</summary>
    public static async Task<(string Role, string? Reason)?> FindAsync(
        TurnContext context,
        string role,
        string reason,
        CancellationToken cancellation
    )
    {
        var eligible = await AccessReader.EligibleAsync(context.Work, context.Person.Id, cancellation);
        var azure = eligible.Where(e => e.Role.Kind is RoleKind.AzureRole).ToList();
        // A place that stands with the role already was meant; the reason may name another one.
        if (RoleNames.Match(role, Offering.Names(azure.Select(e => e.Role).DistinctBy(r => r.Id))) is RoleMatch.None)
        {
            return null;
        }

        var scopes = azure.Select(e => e.Scope).ToList();
        foreach (var access in azure)
        {
            scopes.AddRange(await AccessReader.BelowAsync(context.Work, access.Access, cancellation));
        }

        var names = Offering.Names(scopes.DistinctBy(s => s.Id));
        foreach (var (rest, place) in Endings(reason))
        {
            if (RoleNames.Named(place, names).Count > 0)
            {
                return ($"{role} at {place}", rest.Length == 0 ? null : rest);
            }
        }

        return null;
    }

    /// <summary>The ends of a reason that a word such as "at" leads to, with what stands before.</summary>
    internal static IEnumerable<(string Before, string Place)> Endings(string reason)
    {
        foreach (var opener in Openers)
        {
            var at = reason.LastIndexOf(opener, StringComparison.OrdinalIgnoreCase);
            if (at == 0 || (at > 0 && reason[at - 1] == ' '))
            {
                yield return (reason[..at].TrimEnd(' ', ','), reason[(at + opener.Length)..]);
            }
        }
    }
}
