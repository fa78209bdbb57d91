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
    private const int MostNames = 5;
    private const int MostRoles = 5;

    /// <summary>Those of the groups that this person may look at.</summary>
    public static async Task<IReadOnlyList<Group>> SeenAsync(
        TurnContext context,
        IReadOnlyList<Group> groups,
        CancellationToken cancellation
    )
    {
        var scopes = await context.Work.Directory.AllScopesAsync(cancellation);
        return
            groups.Count > 0
            && await AdministratorRights.FactsAsync(context.Work, context.Person.Id, cancellation) is { } facts
            ? [.. groups.Where(g => Right(facts, ScopeOf(g, scopes)) is not AdministrationRight.None)]
            : [];
    }

    public static async Task ShowAsync(
        TurnContext context,
        Group group,
        IReadOnlyList<AdministeredRole> managed,
        CancellationToken cancellation
    )
    {
        var members = (await GroupAccessReader.MembersAsync(context.Work, [group.Id], cancellation))[group.Id];
        var assigned = (await context.Work.Assignments.OfGroupsAsync([group.Id], cancellation))
            .Where(a => !a.IsOverAt(context.Now))
            .ToList();
        var has = await AssignmentViewReader.ViewAsync(context.Work, assigned, cancellation);
        var through = has.Select(v => $"{v.Role.Name} ({AssignmentText.Kind(v.Assignment.Type)})").ToList();
        string[] sentences =
        [
            MembersCard.InGroup(members) is { } who ? $"{group.Name}: {who}." : $"Nobody is in {group.Name} now.",
            through.Count == 0
                ? "No role is assigned to it."
                : $"Whoever is in it has through it: {AssignmentText.Names(through, MostRoles)}.",
        ];
        context.Show(
            NoticeCard.For(
                Heading,
                string.Join(' ', sentences),
                [
                    .. managed
                        .SelectMany(m => m.Scopes.Select(s => (m.Role, Scope: s)))
                        .Where(m => m.Scope.Group == group.Id)
                        .Take(MostNames)
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
