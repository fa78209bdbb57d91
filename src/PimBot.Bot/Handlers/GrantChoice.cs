using PimBot.Application.Access;
using PimBot.Bot.Commands;
using PimBot.Bot.Dialogs;
using PimBot.Bot.Turns;

namespace PimBot.Bot.Handlers;

/// <summary>Finds out which running activation a person means.</summary>
internal static class GrantChoice
{
    /// <summary>The activations that the text may mean; all of them when there is no text.</summary>
    public static async Task<IReadOnlyList<HeldAccess>> FindAsync(
        TurnContext context,
        string? roleText,
        CancellationToken cancellation
    )
    {
        var held = await AccessReader.HeldAsync(context.Work, context.Person.Id, cancellation);
        var running = held.Where(h => h.Grant is not null).ToList();
        if (roleText is null)
        {
            return running;
        }

        var these = running.Select(h => h.Role.Id).ToHashSet();
        var names = RoleChoice.Names(running.Select(h => (h.Role, h.Scope)));
        if (
            RoleNames.Named(roleText, names).Count == 0
            && await RoleChoice.NamesAnotherAsync(context, roleText, these, cancellation)
        )
        {
            return [];
        }

        IReadOnlyList<NamedRole> meant = RoleNames.Match(roleText, names) switch
        {
            RoleMatch.Exact exact => [exact.Role],
            RoleMatch.Ambiguous several => several.Roles,
            _ => [],
        };
        var accesses = meant.Select(RoleChoice.AccessOf).ToHashSet();
        return [.. running.Where(h => accesses.Contains(h.Grant!.Access))];
    }
}
