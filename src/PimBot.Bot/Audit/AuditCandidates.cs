using PimBot.Application.Access;
using PimBot.Application.Access.AsCode;
using PimBot.Application.Audit;
using PimBot.Bot.Commands;
using PimBot.Bot.Dialogs.Assignments;
using PimBot.Bot.Turns;
using PimBot.Domain.Access;
using PimBot.Domain.Audit;

namespace PimBot.Bot.Audit;

/// <summary>
/// Whom and what a reader's words may mean. Whoever sees nothing but their own entries can name what stands in those, and
/// learns of nobody and nothing else.
/// </summary>
internal sealed class AuditCandidates
{
    private const int OwnLooked = 300;

    private readonly TurnContext context;
    private readonly IReadOnlyList<NamedRole> people;

    private AuditCandidates(
        TurnContext context,
        AuditSight sight,
        IReadOnlyList<NamedRole> people,
        IReadOnlyList<Role> roles,
        IReadOnlyList<Scope> scopes
    )
    {
        this.context = context;
        this.people = people;
        Sight = sight;
        Roles = [.. roles.Select(r => new NamedRole(r.Id.Value, r.Name, [.. r.Aliases, r.Id.Value]))];
        Scopes = [.. scopes.Select(s => new NamedRole(s.Id.Value, s.Name, [s.Id.Value]))];
        AllScopes = scopes;
        AllRoles = roles;
    }

    public AuditSight Sight { get; }

    public IReadOnlyList<NamedRole> Roles { get; }

    public IReadOnlyList<NamedRole> Scopes { get; }

    public IReadOnlyList<Role> AllRoles { get; }

    public IReadOnlyList<Scope> AllScopes { get; }

    public static async Task<AuditCandidates> ReadAsync(TurnContext context, CancellationToken cancellation)
    {
        var work = context.Work;
        var sight = await AuditSightReader.ReadAsync(work, context.Person.Id, cancellation);
        var roles = await work.Directory.RolesAsync(cancellation);
        if (!sight.IsOwnOnly)
        {
            var scopes = await work.Directory.AllScopesAsync(cancellation);
            bool Sees(Role role) => sight.Roles.Contains(role.Id) || sight.RolesAtScopes.Contains(role.Id);
            return new AuditCandidates(context, sight, [], [.. roles.Where(Sees)], scopes);
        }

        var selection = new AuditSelection(new AuditFilter(), sight);
        var own = await work.AuditSearch.NewestAsync(selection, null, OwnLooked, cancellation);
        var named = await AccessReader.NamedAsync(work, context.Person.Id, cancellation);
        var accesses = own.Select(e => e.Event.Access).OfType<RoleScope>().Distinct().ToList();
        var seenRoles = accesses.Select(a => a.Role).Concat(named.Select(n => n.Role.Id)).ToHashSet();
        var seenScopes = accesses.Select(a => a.Scope).Concat(named.Select(n => n.Scope.Id)).ToHashSet();
        var met = own.SelectMany(e => new[] { e.Event.Actor, e.Event.Subject }).OfType<PersonId>().ToHashSet();
        return new AuditCandidates(
            context,
            sight,
            [
                .. (await work.Directory.PeopleAsync(met, cancellation)).Select(p => new NamedRole(
                    p.Id.Value,
                    p.Name,
                    [.. new[] { p.Upn, p.Mail, p.Id.Value }.OfType<string>()]
                )),
            ],
            [.. roles.Where(r => seenRoles.Contains(r.Id))],
            await work.Directory.ScopesAsync(seenScopes, cancellation)
        );
    }

    /// <summary>Those whom the words may mean, by id and name; several when they are equally likely.</summary>
    public async Task<IReadOnlyList<NamedRole>> PeopleAsync(string text, CancellationToken cancellation)
    {
        switch (text.Trim().ToLowerInvariant())
        {
            case "me" or "myself" or "i":
                return [new NamedRole(context.Person.Id.Value, context.Person.Name, [])];
            // No person's id, and no secret: what was done under it is shown as far as the reader sees it.
            case "operator" or "the operator":
                return [new NamedRole(DirectoryOperator.Id.Value, DirectoryOperator.Name, [])];
        }

        return Sight.IsOwnOnly
            ? Match(text, people)
            :
            [
                .. (await PrincipalNames.FindAsync(context, text, cancellation))
                    .Select(a => a.Person)
                    .OfType<Person>()
                    .Select(p => new NamedRole(p.Id.Value, p.Upn is null ? p.Name : $"{p.Name} ({p.Upn})", [])),
            ];
    }

    /// <summary>The groups whom the words name, for readers who may know of them.</summary>
    public async Task<IReadOnlyList<Group>> GroupsAsync(string text, CancellationToken cancellation) =>
        Sight.IsOwnOnly
            ? []
            : [.. (await PrincipalNames.FindAsync(context, text, cancellation)).Select(a => a.Group).OfType<Group>()];

    public static IReadOnlyList<NamedRole> Match(string text, IReadOnlyList<NamedRole> names) =>
        names.FirstOrDefault(n => n.Key == text) is { } exact
            ? [exact]
            : RoleNames.Match(text, names) switch
            {
                RoleMatch.Exact one => [one.Role],
                RoleMatch.Ambiguous several => several.Roles,
                _ => [],
            };

    /// <summary>Only those whose whole name it is.</summary>
    public static IReadOnlyList<NamedRole> Named(string text, IReadOnlyList<NamedRole> names) =>
        names.FirstOrDefault(n => n.Key == text) is { } exact ? [exact] : RoleNames.Named(text, names);
}
