using PimBot.Application.Access;
using PimBot.Bot.Commands;
using PimBot.Bot.Turns;
using PimBot.Domain.Access;

namespace PimBot.Bot.Dialogs.Assignments;

/// <summary>
/// Groups by their name, where it stands for what a role's name could stand for too: only the whole name counts, so that
/// it never hides a role that was abbreviated, and is never taken for one.
/// </summary>
internal static class GroupNames
{
    private const string Word = "group ";

    /// <summary>Whether the words say that a group is meant, and no role.</summary>
    public static bool SaysGroup(string text) =>
        text.Trim().StartsWith(Word, StringComparison.OrdinalIgnoreCase)
        || text.Trim().StartsWith($"the {Word}", StringComparison.OrdinalIgnoreCase);

    /// <summary>Member and owner of the groups of this name, among what somebody administers.</summary>
    public static IReadOnlyList<AdministeredRole> Find(IReadOnlyList<AdministeredRole> administered, string text) =>
        [
            .. administered
                .Where(a => a.Role.Kind is RoleKind.GroupMember or RoleKind.GroupOwner)
                .Select(a => a with { Scopes = [.. a.Scopes.Where(s => IsNamed(s.Name, text))] })
                .Where(a => a.Scopes.Count > 0),
        ];

    /// <summary>The groups of the directory of this name. Only for administrators: it tells which there are.</summary>
    public static async Task<IReadOnlyList<Group>> FindAsync(
        TurnContext context,
        string text,
        CancellationToken cancellation
    ) => [.. (await context.Work.Directory.AllGroupsAsync(cancellation)).Where(g => IsNamed(g.Name, text))];

    /// <summary>The names of all groups, for telling the words of an order apart.</summary>
    public static async Task<IReadOnlyList<NamedRole>> AllAsync(
        TurnContext context,
        IReadOnlyList<AdministeredRole> administered,
        CancellationToken cancellation
    )
    {
        var groups = await context.Work.Directory.AllGroupsAsync(cancellation);
        var scopes = administered.SelectMany(a => a.Scopes).Where(s => s.Kind is ScopeKind.Group);
        return
        [
            .. groups
                .Select(g => g.Name)
                .Concat(scopes.Select(s => s.Name))
                .Distinct(StringComparer.Ordinal)
                .Select(Named),
        ];
    }

    public static bool IsNamed(string group, string text) => RoleNames.Named(text, [Named(group)]).Count > 0;

    public static NamedRole Named(string group) => new(group, group, [$"{Word}{group}"]);
}
