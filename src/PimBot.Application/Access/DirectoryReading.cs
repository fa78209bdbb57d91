using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Application.Access;

/// <summary>What is known so far while one document is read; each section can look up those before it.</summary>
internal sealed class DirectoryReading(DateTimeOffset now)
{
    public DateTimeOffset Now { get; } = DirectoryTime.ToMicrosecond(now);

    public DirectoryFaults Faults { get; } = new();

    public DirectoryIndex<Person> People { get; } = new("person");

    public DirectoryIndex<Group> Groups { get; } = new("group");

    public DirectoryIndex<Scope> Scopes { get; } = new("scope");

    public DirectoryIndex<Role> Roles { get; } = new("role");

    /// <summary>The policies by role and scope; null where the entry has a fault.</summary>
    public Dictionary<RoleScope, RolePolicy?> Policies { get; } = [];

    /// <summary>The assignments with a moment that counts from the load.</summary>
    public HashSet<Guid> Relative { get; } = [];

    /// <summary>The people whose last sign-in counts from the load.</summary>
    public HashSet<PersonId> RelativeSignIns { get; } = [];
}
