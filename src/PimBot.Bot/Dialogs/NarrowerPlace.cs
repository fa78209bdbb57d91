using PimBot.Application.Access;
using PimBot.Application.Work;
using PimBot.Bot.Commands;
using PimBot.Bot.Dialogs.Assignments;
using PimBot.Channel.Cards;
using PimBot.Domain.Access;

namespace PimBot.Bot.Dialogs;

/// <summary>Finds the place below that of an eligibility which a text names: "Owner at payments".</summary>
/// <param name="Found">What may be meant; empty: the role is known, and the place is not below it.</param>
internal sealed record NarrowerPlace(IReadOnlyList<NarrowerPlace.Place> Found)
{
    private static readonly string[] Between = [" at ", " on ", " in ", " of ", " for "];

    /// <summary>Null when the text names no role that the person is eligible for before a place.</summary>
    public static async Task<NarrowerPlace?> FindAsync(
        IPimUnitOfWork work,
        IReadOnlyList<EligibleAccess> roles,
        string text,
        CancellationToken cancellation
    )
    {
        NarrowerPlace? known = null;
        foreach (var word in Between)
        {
            var at = text.LastIndexOf(word, StringComparison.OrdinalIgnoreCase);
            if (at <= 0 || Eligible(roles, text[..at]) is not { Count: > 0 } meant)
            {
                continue;
            }

            known = new NarrowerPlace(await BelowAsync(work, meant, text[(at + word.Length)..], cancellation));
            if (known.Found.Count > 0)
            {
                return known;
            }
        }

        return known;
    }

    private static IReadOnlyList<EligibleAccess> Eligible(IReadOnlyList<EligibleAccess> roles, string text)
    {
        var azure = roles.Where(r => r.Role.Kind is RoleKind.AzureRole).ToList();
        IReadOnlyList<NamedRole> meant = RoleNames.Match(
            text,
            RoleChoice.Names(azure.Select(r => (r.Role, r.Scope)))
        ) switch
        {
            RoleMatch.Exact exact => [exact.Role],
            RoleMatch.Ambiguous several => several.Roles,
            _ => [],
        };
        return [.. azure.Where(r => meant.Any(m => RoleChoice.AccessOf(m) == r.Access))];
    }

    private static async Task<IReadOnlyList<Place>> BelowAsync(
        IPimUnitOfWork work,
        IReadOnlyList<EligibleAccess> roles,
        string text,
        CancellationToken cancellation
    )
    {
        var places = new Dictionary<RoleScope, Place>();
        foreach (var role in roles)
        {
            var below = await AccessReader.BelowAsync(work, role.Access, cancellation);
            IReadOnlyList<NamedRole> meant = RoleNames.Match(text, Offering.Names(below)) switch
            {
                RoleMatch.Exact exact => [exact.Role],
                RoleMatch.Ambiguous several => several.Roles,
                _ => [],
            };
            foreach (var scope in below.Where(s => meant.Any(m => m.Key == s.Id.Value)))
            {
                var access = new RoleScope(role.Role.Id, scope.Id);
                places[access] = new Place(access, SafeText.Clean($"{role.Role.Name} at {scope.Name}", 80));
            }
        }

        return [.. places.Values];
    }

    /// <summary>A role at a place, and how it is said.</summary>
    internal sealed record Place(RoleScope Access, string Title);
}
