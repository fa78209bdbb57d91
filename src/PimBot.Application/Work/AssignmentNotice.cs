using PimBot.Domain.Access;
using PimBot.Domain.Activations;

namespace PimBot.Application.Work;

/// <summary>That somebody is owed word of a standing assignment. One of <paramref name="Person"/> and <paramref name="Address"/> is set;
/// where neither is, it is for all who have a card that asks them to decide the request.</summary>
/// <param name="Kind">Of what.</param>
/// <param name="Person">To whom.</param>
/// <param name="Address">To which mail address that a policy names.</param>
/// <param name="Request">The request that it is about; null for what time did. What became of it is read when the notice is delivered.</param>
/// <param name="Assignment">The assignment; it may be gone when the notice is delivered.</param>
/// <param name="Access">The role and scope.</param>
/// <param name="Assignee">Whom it is for.</param>
/// <param name="AssigneeGroup">The group that it is for.</param>
/// <param name="Type">Eligible or active.</param>
/// <param name="End">When it ends or ended; null: permanent.</param>
/// <param name="Occasion">Tells repetitions of one kind apart.</param>
public sealed record AssignmentNotice(
    AssignmentNoticeKind Kind,
    PersonId? Person,
    string? Address,
    RequestId? Request,
    Guid Assignment,
    RoleScope Access,
    PersonId? Assignee,
    GroupId? AssigneeGroup,
    AssignmentType Type,
    DateTimeOffset? End,
    string? Occasion = null
);
