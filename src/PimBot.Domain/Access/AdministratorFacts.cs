namespace PimBot.Domain.Access;

/// <summary>Everything that an administrator's rights depend on, read at this moment.</summary>
public sealed record AdministratorFacts
{
    public required Person Person { get; init; }

    /// <summary>Every role and scope that the person holds now, by assignment or activation; what one is merely eligible for does not count.</summary>
    public required IReadOnlySet<RoleScope> Holds { get; init; }

    /// <summary>The groups that the directory names the person an owner of.</summary>
    public IReadOnlySet<GroupId> Owns { get; init; } = new HashSet<GroupId>();

    /// <summary>The roles of the directory that make whoever holds them at a group its owner.</summary>
    public IReadOnlySet<RoleId> OwnerRoles { get; init; } = new HashSet<RoleId>();

    /// <summary>Whether the person is elevated over all Azure scopes now.</summary>
    public bool IsElevated { get; init; }
}
