using PimBot.Application.Access;
using PimBot.Bot.Cards;
using PimBot.Bot.Turns;
using PimBot.Bot.Wording;
using PimBot.Channel.Cards;
using PimBot.Domain.Access;

namespace PimBot.Bot.Handlers;

/// <summary>Says who is in a group, and what they have through it.</summary>
internal static class GroupPage
{
    private const string Heading = "Members of a group";
    private const int MostButtons = 5;
    private const int MostRoles = 5;

    /// <summary>Those of the groups that this person may look at.</summary>
    public static async Task<IReadOnlyList<Group>> SeenAsync(
        TurnContext context,
        IReadOnlyList<Group> groups,
        CancellationToken cancellation
    )
    {
        if (
            groups.Count == 0
            || await AdministratorRights.FactsAsync(context.Work, context.Person.Id, cancellation) is not { } facts
        )
        {
            return [];
        }

        var scopes = await context.Work.Directory.AllScopesAsync(cancellation);
        return [.. groups.Where(g => Right(facts, ScopeOf(g, scopes)) is not AdministrationRight.None)];
    }

    /// <summary>Shows a group's members, and of what they have through it only what the reader may see where it is.</summary>
    /// <param name="context">The turn.</param>
    /// <param name="group">One that the reader may look at.</param>
    /// <param name="seen">What the reader may see, by role and scope.</param>
    /// <param name="cancellation">Stops the read.</param>
    public static async Task ShowAsync(
        TurnContext context,
        Group group,
        IReadOnlyList<AdministeredRole> seen,
        CancellationToken cancellation
    )
    {
        var managed = seen.SelectMany(a => a.Scopes.Select(s => (a.Role, Scope: s))).ToList();
        var visible = managed.Select(m => new RoleScope(m.Role.Id, m.Scope.Id)).ToHashSet();
        var members = (await GroupAccessReader.MembersAsync(context.Work, [group.Id], cancellation))[group.Id];
        var assigned = (await context.Work.Assignments.OfGroupsAsync([group.Id], cancellation))
            .Where(a => !a.IsOverAt(context.Now) && visible.Contains(a.Access))
            .ToList();
        var has = await AssignmentViewReader.ViewAsync(context.Work, assigned, cancellation);
        var through = has.Select(Access).Order(StringComparer.OrdinalIgnoreCase).ToList();
        string[] sentences =
        [
            MembersCard.InGroup(members) is { } who ? $"{group.Name}: {who}." : $"Nobody is in {group.Name} now.",
            through.Count == 0
                ? "No role that you see is assigned to it."
                : $"Whoever is in it has through it: {AssignmentText.Names(through, MostRoles)}.",
        ];
        context.Show(
            NoticeCard.For(
                Heading,
                string.Join(' ', sentences),
                [
                    .. managed
                        .Where(m => m.Scope.Group == group.Id)
                        .Take(MostButtons)
                        .Select(m =>
                            CardParts.Button(
                                SafeText.Clean(m.Role.Name, 40),
                                Verbs.ShowMembers,
                                CardData.Of(new RoleScope(m.Role.Id, m.Scope.Id))
                            )
                        ),
                ]
            ),
            Heading
        );
    }

    private static string Access(AssignmentView view)
    {
        var where = view.Scope.Kind is ScopeKind.Directory ? "" : $" at {view.Scope.Name}";
        return $"{view.Role.Name}{where} ({AssignmentText.Kind(view.Assignment.Type)})";
    }

    private static AdministrationRight Right(AdministratorFacts facts, Scope scope) =>
        AdministrationRules.RightOver(facts, RoleKind.GroupMember, [scope]);

    private static Scope ScopeOf(Group group, IReadOnlyList<Scope> scopes) =>
        scopes.FirstOrDefault(s => s.Group == group.Id)
        ?? new Scope
        {
            Id = new ScopeId($"/groups/{group.Id}"),
            Kind = ScopeKind.Group,
            Name = group.Name,
        };
}
