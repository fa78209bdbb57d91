using PimBot.Domain.Access;

namespace PimBot.Application.Access;

/// <summary>One assignment of a privileged role, with whom it is for. One of person and group is set, unless they left.</summary>
/// <param name="Assignment">The assignment.</param>
/// <param name="Person">The person.</param>
/// <param name="Group">The group.</param>
public sealed record WizardHolder(Assignment Assignment, Person? Person, Group? Group)
{
    public string Name => Person?.Name ?? Group?.Name ?? "someone who left";

    /// <summary>Whether it can be turned into an eligible one.</summary>
    public bool CanBecomeEligible =>
        Assignment.Type is AssignmentType.Active && Person?.Kind is not PersonKind.ServiceAccount;

    /// <summary>Whether it is an account of the organization that can hold the role.</summary>
    public bool IsOrganizationAccount => Person is { Enabled: true, Kind: PersonKind.Member or PersonKind.Emergency };
}
