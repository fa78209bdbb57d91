using PimBot.Domain.Access;

namespace PimBot.Domain.Policies;

/// <summary>One entry of a policy's approvers. Exactly one member is set. A role means its eligible and active holders at the scope or above.</summary>
public sealed record ApproverReference
{
    public PersonId? Person { get; init; }

    public GroupId? Group { get; init; }

    public RoleId? Role { get; init; }
}
