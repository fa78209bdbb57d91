using PimBot.Domain.Access;

namespace PimBot.Domain.Policies;

/// <summary>A role's settings at one scope. Not inherited from the scope above (PIM's rule).</summary>
public sealed record RolePolicy
{
    public required RoleScope Access { get; init; }

    public required ActivationPolicy Activation { get; init; }

    public required AssignmentPolicy Eligible { get; init; }

    public required AssignmentPolicy Active { get; init; }

    /// <summary>Of which events administrators are told, where <see cref="Notifications"/> says nothing else.</summary>
    public NotificationEvents Notify { get; init; }

    /// <summary>The cells of the matrix that were set by themselves; the others follow <see cref="Notify"/>, or are on.</summary>
    public IReadOnlyList<NotificationRule> Notifications { get; init; } = [];

    /// <summary>Grows with each change; a request pins the version that it was made under.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Microsoft's published default, for a role that has no policy of its own.</summary>
    public static RolePolicy Default(RoleScope access) =>
        new()
        {
            Access = access,
            Activation = new ActivationPolicy
            {
                Maximum = ActivationPolicy.DefaultMaximum,
                Require = ActivationRequirements.Mfa | ActivationRequirements.Justification,
            },
            Eligible = new AssignmentPolicy(),
            Active = new AssignmentPolicy { Require = ActivationRequirements.Justification },
            Notify =
                NotificationEvents.Activation
                | NotificationEvents.EligibleAssignment
                | NotificationEvents.ActiveAssignment,
        };

    /// <summary>What holds for one cell of the matrix.</summary>
    public NotificationRule Notification(NotificationRecipient recipient, NotificationEvents about) =>
        Notifications.FirstOrDefault(n => n.Recipient == recipient && n.Event == about)
        ?? new NotificationRule
        {
            Recipient = recipient,
            Event = about,
            IsDefaultRecipientsEnabled = recipient is not NotificationRecipient.Administrators || Notify.HasFlag(about),
        };

    /// <summary>
    /// What applies to a request that was made under this policy when the role's policy is now
    /// <paramref name="current"/>: a stricter rule applies to requests under way, a looser one does not (PIM's rule).
    /// Who approves is the present policy's word, as long as it still asks for approval; else the pinned one's.
    /// </summary>
    public RolePolicy TightenedBy(RolePolicy current) =>
        current with
        {
            Activation = current.Activation with
            {
                Maximum =
                    Activation.Maximum < current.Activation.Maximum ? Activation.Maximum : current.Activation.Maximum,
                Require = Activation.Require | current.Activation.Require,
                AuthenticationContext = current.Activation.AuthenticationContext ?? Activation.AuthenticationContext,
                IsDecisionReasonRequired =
                    Activation.IsDecisionReasonRequired || current.Activation.IsDecisionReasonRequired,
                Window = Activation.Window < current.Activation.Window ? Activation.Window : current.Activation.Window,
                Approvers = current.Activation.Requires(ActivationRequirements.Approval)
                    ? current.Activation.Approvers
                    : Activation.Approvers,
            },
        };
}
