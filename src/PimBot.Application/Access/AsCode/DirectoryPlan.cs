using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Application.Access.AsCode;

/// <summary>Everything in which the store and a file differ, in the order in which it is carried out.</summary>
public sealed record DirectoryPlan
{
    public required IReadOnlyList<DirectoryEdit<Scope>> Scopes { get; init; }

    public required IReadOnlyList<DirectoryEdit<Role>> Roles { get; init; }

    public required IReadOnlyList<DirectoryEdit<Person>> People { get; init; }

    public required IReadOnlyList<DirectoryEdit<Group>> Groups { get; init; }

    public required IReadOnlyList<DirectoryEdit<RolePolicy>> Policies { get; init; }

    public required IReadOnlyList<DirectoryEdit<Assignment>> Assignments { get; init; }

    public required IReadOnlyList<DirectoryEdit<DirectoryReview>> Reviews { get; init; }

    public required IReadOnlyList<DirectoryEdit<DirectoryAlert>> Alerts { get; init; }

    /// <summary>The names of all that the plan speaks of.</summary>
    public required DirectoryNames Names { get; init; }

    /// <summary>Whether anything would be changed; drift is not.</summary>
    public bool HasChanges =>
        Scopes.Any(e => !e.IsDrift)
        || Roles.Any(e => !e.IsDrift)
        || People.Any(e => !e.IsDrift)
        || Groups.Any(e => !e.IsDrift)
        || Policies.Any(e => !e.IsDrift)
        || Assignments.Any(e => !e.IsDrift)
        || Reviews.Any(e => !e.IsDrift)
        || Alerts.Count > 0;

    /// <summary>Whether the store has anything that the file lacks and that stays.</summary>
    public bool HasDrift =>
        Scopes.Any(e => e.IsDrift)
        || Roles.Any(e => e.IsDrift)
        || People.Any(e => e.IsDrift)
        || Groups.Any(e => e.IsDrift)
        || Assignments.Any(e => e.IsDrift)
        || Reviews.Any(e => e.IsDrift);
}
