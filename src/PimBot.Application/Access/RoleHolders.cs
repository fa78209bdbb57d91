using PimBot.Domain.Access;

namespace PimBot.Application.Access;

/// <summary>Who holds a role at this moment, and who may activate it. Disabled people are among them.</summary>
internal sealed record RoleHolders(
    IReadOnlySet<PersonId> Assigned,
    IReadOnlySet<PersonId> Activated,
    IReadOnlySet<PersonId> Eligible
)
{
    /// <summary>Those who hold it and go on holding it: an activation ends with its eligibility.</summary>
    public IEnumerable<PersonId> OnGround => Assigned.Union(Activated.Intersect(Eligible));

    public IEnumerable<PersonId> Active => Assigned.Union(Activated);
}
