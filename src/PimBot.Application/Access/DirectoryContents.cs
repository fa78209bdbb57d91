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
)
{
    /// <summary>Whether it speaks of policies at all; if not, those of the store are left alone.</summary>
    public bool HasPolicies { get; init; } = true;

    /// <summary>Whether it speaks of assignments at all; if not, those of the store are left alone.</summary>
    public bool HasAssignments { get; init; } = true;

    /// <summary>The access reviews; of a file that has no word on them none.</summary>
    public IReadOnlyList<DirectoryReview> Reviews { get; init; } = [];

    /// <summary>Whether it speaks of access reviews at all; if not, those of the store are left alone.</summary>
    public bool HasReviews { get; init; }

    /// <summary>The alerts that are set by themselves; all others have their defaults.</summary>
    public IReadOnlyList<DirectoryAlert> Alerts { get; init; } = [];

    /// <summary>Whether it speaks of alerts at all; if not, those of the store are left alone.</summary>
    public bool HasAlerts { get; init; }

    /// <summary>The moment from which relative moments were counted.</summary>
    public DateTimeOffset ReadAt { get; init; }

    /// <summary>The assignments with a start or end that counts from <see cref="ReadAt"/>.</summary>
    public IReadOnlySet<Guid> Relative { get; init; } = new HashSet<Guid>();

    /// <summary>The people whose last sign-in counts from <see cref="ReadAt"/>.</summary>
    public IReadOnlySet<PersonId> RelativeSignIns { get; init; } = new HashSet<PersonId>();
}
