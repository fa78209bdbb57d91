using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Application.Access;

/// <summary>A whole directory, checked: every reference leads somewhere and every value is possible.</summary>
public sealed record DirectoryContents(
    IReadOnlyList<Person> People,
    IReadOnlyList<Group> Groups,
    IReadOnlyList<Scope> Scopes,
    IReadOnlyList<Role> Roles,
    IReadOnlyList<RolePolicy> Policies,
    IReadOnlyList<Assignment> Assignments
);
