using PimBot.Domain.Access;

namespace PimBot.Application.Access.AsCode;

/// <summary>Whether the administrator in whose name a file is applied manages the entries that it adds and changes. Assignments and settings are judged by their use cases.</summary>
internal static class DirectoryRights
{
    private const string NotTheirs = "the administrator in whose name this is applied does not manage that";

    /// <summary>Refuses every entry that is not theirs to change.</summary>
    /// <returns>Whether there is such an administrator at all.</returns>
    public static async Task<bool> MayBeginAsync(DirectoryApplying applying, CancellationToken cancellation)
    {
        if (applying.IsByOperator)
        {
            return true;
        }

        var facts = await AdministratorRights.FactsAsync(applying.Work, applying.Actor, cancellation);
        if (WhyNobody(facts?.Person) is { } why)
        {
            applying.Refuse(applying.Names.Of(applying.Actor), why);
            return false;
        }

        Check(applying, facts!);
        return true;
    }

    private static string? WhyNobody(Person? person) =>
        person switch
        {
            null => "there is no such person",
            { Kind: PersonKind.ServiceAccount } => "a service account administers nothing",
            { Enabled: false } => "the account is disabled",
            _ => null,
        };

    private static void Check(DirectoryApplying applying, AdministratorFacts facts)
    {
        var (plan, names) = (applying.Plan, applying.Names);
        var overDirectory = AdministrationRules.OverDirectory(facts) is AdministrationRight.Manage;
        var scopes = plan.Scopes.Where(e => !e.IsDrift && !Manages(facts, e.After!, applying, overDirectory));
        var roles = plan.Roles.Where(e =>
            !e.IsDrift && !(IsAzure(e.Before) || IsAzure(e.After) ? facts.IsElevated : overDirectory)
        );
        var people = plan.People.Where(e => !e.IsDrift && !overDirectory);
        var groups = plan.Groups.Where(e => !e.IsDrift && !overDirectory && !facts.Owns.Contains(e.After!.Id));
        foreach (
            var name in scopes
                .Select(e => names.Of(e.After!.Id))
                .Concat(roles.Select(e => names.Of(e.After!.Id)))
                .Concat(people.Select(e => names.Of(e.After!.Id)))
                .Concat(groups.Select(e => names.Of(e.After!.Id)))
        )
        {
            applying.Refuse(name, NotTheirs);
        }
    }

    private static bool IsAzure(Role? role) => role?.Kind is RoleKind.AzureRole;

    /// <summary>A part of the directory by right over the directory; a part of Azure by right over where it lies now and where it is to lie.</summary>
    private static bool Manages(AdministratorFacts facts, Scope scope, DirectoryApplying applying, bool overDirectory)
    {
        if (scope.Kind is ScopeKind.Directory or ScopeKind.Group)
        {
            return overDirectory;
        }

        var present = applying.Present.Scopes.ToDictionary(s => s.Id);
        var wanted = applying.Command.Wanted.Scopes.ToDictionary(s => s.Id);
        return Covers(wanted, scope) && (!present.TryGetValue(scope.Id, out var before) || Covers(present, before));

        bool Covers(Dictionary<ScopeId, Scope> tree, Scope at) =>
            AdministrationRules.RightOver(facts, RoleKind.AzureRole, [.. Path(tree, at)]) is AdministrationRight.Manage;
    }

    private static IEnumerable<Scope> Path(Dictionary<ScopeId, Scope> tree, Scope from)
    {
        for (Scope? at = from; at is not null; at = at.Parent is { } parent ? tree.GetValueOrDefault(parent) : null)
        {
            yield return at;
        }
    }
}
