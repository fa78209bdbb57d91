using PimBot.Application.Access;
using PimBot.Bot.Commands;
using PimBot.Bot.Dialogs.Assignments;
using PimBot.Domain.Access;

namespace PimBot.Bot.Handlers;

/// <summary>Finds out which role, and at which scope, an administrator means: "Exchange Administrator", "Owner at Contoso Production".</summary>
internal static class AccessText
{
    private static readonly string[] Between = [" at ", " on ", " in ", " of ", " for "];

    /// <summary>All that the text may mean among what the person sees; empty: nothing.</summary>
    public static IReadOnlyList<ManagedAccess> Find(AdministrationView view, string text)
    {
        if (OfGroups(view, text) is { Count: > 0 } groups)
        {
            var named = RoleNames.Named(text, Names(view)).Select(n => new RoleId(n.Key)).ToHashSet();
            return [.. view.Accesses.Where(a => named.Contains(a.Role.Id)).UnionBy(groups, a => a.Access)];
        }

        if (Roles(view, text) is { Count: > 0 } roles)
        {
            return [.. view.Accesses.Where(a => roles.Contains(a.Role.Id))];
        }

        foreach (var word in Between)
        {
            for (
                var at = text.LastIndexOf(word, StringComparison.OrdinalIgnoreCase);
                at > 0;
                at = text.LastIndexOf(word, at - 1, StringComparison.OrdinalIgnoreCase)
            )
            {
                var found = Find(view, text[..at], text[(at + word.Length)..]);
                if (found.Count > 0)
                {
                    return found;
                }
            }
        }

        return [];
    }

    private static List<ManagedAccess> Find(AdministrationView view, string roleText, string scopeText)
    {
        var roles = Roles(view, roleText);
        if (roles.Count == 0)
        {
            return [];
        }

        var names = view.Scopes.Select(s => new NamedRole(s.Id.Value, s.Name, [s.Id.Value])).ToList();
        IReadOnlyList<NamedRole> scopes = RoleNames.Match(scopeText, names) switch
        {
            RoleMatch.Exact exact => [exact.Role],
            RoleMatch.Ambiguous several => several.Roles,
            _ => [],
        };
        return
        [
            .. scopes
                .SelectMany(s => roles.Select(r => view.Find(new RoleScope(r, new ScopeId(s.Key)))))
                .OfType<ManagedAccess>(),
        ];
    }

    // The settings of a group are those of its roles; its name may be a role's too.
    private static List<ManagedAccess> OfGroups(AdministrationView view, string text) =>
        [
            .. view
                .Scopes.Where(s => s.Kind is ScopeKind.Group && GroupNames.IsNamed(s.Name, text))
                .SelectMany(s =>
                    view.Roles.Where(r => r.Kind is RoleKind.GroupMember or RoleKind.GroupOwner)
                        .Select(r => view.Find(new RoleScope(r.Id, s.Id)))
                )
                .OfType<ManagedAccess>(),
        ];

    private static List<NamedRole> Names(AdministrationView view) =>
        [.. view.Roles.Select(r => new NamedRole(r.Id.Value, r.Name, r.Aliases))];

    private static HashSet<RoleId> Roles(AdministrationView view, string text) =>
        RoleNames.Match(text, Names(view)) switch
        {
            RoleMatch.Exact exact => [new RoleId(exact.Role.Key)],
            RoleMatch.Ambiguous several => [.. several.Roles.Select(r => new RoleId(r.Key))],
            _ => [],
        };
}
