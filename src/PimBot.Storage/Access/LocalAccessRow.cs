using PimBot.Application.Access;
using PimBot.Domain.Access;

namespace PimBot.Storage.Access;

internal sealed class LocalAccessRow
{
    public required GrantId GrantId { get; init; }

    public PersonId? Person { get; init; }

    public GroupId? Group { get; init; }

    public required RoleId Role { get; init; }

    public required ScopeId Scope { get; init; }

    public required DateTimeOffset Since { get; init; }

    /// <summary>Whether somebody else than PimBot added it.</summary>
    public bool Outside { get; init; }

    public LocalAccess ToLocalAccess() => new(GrantId, Person, new RoleScope(Role, Scope), Since, Group);
}
