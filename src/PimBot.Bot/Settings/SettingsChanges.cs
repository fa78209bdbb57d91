using PimBot.Application.Policies;
using PimBot.Bot.Wording;
using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Settings;

/// <summary>What differs between two versions of a role's settings, in words, with what it means.</summary>
internal static class SettingsChanges
{
    /// <param name="before">The settings as they are.</param>
    /// <param name="after">As they are to be.</param>
    /// <param name="kind">The role's kind.</param>
    /// <param name="approversBefore">The names of the approvers before.</param>
    /// <param name="approversAfter">And after.</param>
    public static IReadOnlyList<SettingsChange> Between(
        RolePolicy before,
        RolePolicy after,
        RoleKind kind,
        IReadOnlyList<ApproverName> approversBefore,
        IReadOnlyList<ApproverName> approversAfter
    ) =>
        [
            .. Activation(before.Activation, after.Activation),
            .. Approval(before.Activation, after.Activation, kind, approversBefore, approversAfter),
            .. Assignment("eligible", before.Eligible, after.Eligible),
            .. Assignment("active", before.Active, after.Active),
            .. Notifications(before, after),
        ];

    private static IEnumerable<SettingsChange> Activation(ActivationPolicy before, ActivationPolicy after)
    {
        if (before.Maximum != after.Maximum)
        {
            yield return new(
                $"Longest activation: {Words.Duration(before.Maximum)} → {Words.Duration(after.Maximum)}",
                Stricter(after.Maximum < before.Maximum)
            );
        }

        if (Proof(before) != Proof(after))
        {
            yield return new(
                $"Proof of identity: {Proof(before)} → {Proof(after)}",
                Stricter(after.RequiresVerification && (!before.RequiresVerification || IsContext(after)))
            );
        }

        foreach (
            var (requirement, name) in new[]
            {
                (ActivationRequirements.Justification, "A reason"),
                (ActivationRequirements.Ticket, "A ticket"),
            }
        )
        {
            if (before.Requires(requirement) != after.Requires(requirement))
            {
                yield return new(
                    $"{name}: {Needed(before.Requires(requirement))} → {Needed(after.Requires(requirement))}",
                    Stricter(after.Requires(requirement))
                );
            }
        }
    }

    private static IEnumerable<SettingsChange> Approval(
        ActivationPolicy before,
        ActivationPolicy after,
        RoleKind kind,
        IReadOnlyList<ApproverName> approversBefore,
        IReadOnlyList<ApproverName> approversAfter
    )
    {
        var (had, has) = (
            before.Requires(ActivationRequirements.Approval),
            after.Requires(ActivationRequirements.Approval)
        );
        var (old, present) = (
            PolicyWords.Approvers(approversBefore, kind),
            PolicyWords.Approvers(approversAfter, kind)
        );
        if (had != has)
        {
            yield return new(
                has ? $"Approval: not needed → by {present}" : "Approval: needed → not needed",
                Stricter(has)
            );
        }
        else if (has && !before.Approvers.SequenceEqual(after.Approvers))
        {
            yield return new($"Approvers: {old} → {present}", SettingsEffect.OtherApprovers);
        }

        if (has && before.Window != after.Window)
        {
            yield return new(
                $"Time for approvers: {PolicyWords.Window(before.Window)} → {PolicyWords.Window(after.Window)}",
                Stricter(after.Window < before.Window)
            );
        }

        if (has && before.IsDecisionReasonRequired != after.IsDecisionReasonRequired)
        {
            yield return new(
                $"The approvers’ reason: {Needed(before.IsDecisionReasonRequired)} → {Needed(after.IsDecisionReasonRequired)}",
                Stricter(after.IsDecisionReasonRequired)
            );
        }
    }

    private static IEnumerable<SettingsChange> Assignment(string type, AssignmentPolicy before, AssignmentPolicy after)
    {
        if (before.Maximum != after.Maximum)
        {
            yield return new(
                $"Longest {type} assignment: {Limit(before)} → {Limit(after)}",
                SettingsEffect.Assignments
            );
        }

        if (before.Require != after.Require)
        {
            yield return new(
                $"To make somebody {type}: {Lower(PolicyWords.Required(before))} → {Lower(PolicyWords.Required(after))}",
                SettingsEffect.Assignments
            );
        }
    }

    private static IEnumerable<SettingsChange> Notifications(RolePolicy before, RolePolicy after) =>
        from about in NotificationWords.Events
        from recipient in Enum.GetValues<NotificationRecipient>()
        let old = before.Notification(recipient, about)
        let present = after.Notification(recipient, about)
        where old != present
        select new SettingsChange(
            $"{NotificationWords.Name(about)}, {NotificationWords.Who(recipient)}: {NotificationWords.Rule(old)} → {NotificationWords.Rule(present)}",
            SettingsEffect.Neutral
        );

    private static SettingsEffect Stricter(bool isStricter) =>
        isStricter ? SettingsEffect.StricterActivation : SettingsEffect.LooserActivation;

    private static bool IsContext(ActivationPolicy policy) => policy.AuthenticationContext is not null;

    private static string Proof(ActivationPolicy policy) =>
        policy.AuthenticationContext is { } context ? $"authentication context {context}"
        : policy.Requires(ActivationRequirements.Mfa) ? "multi-factor authentication"
        : "none";

    private static string Needed(bool isNeeded) => isNeeded ? "needed" : "not needed";

    private static string Limit(AssignmentPolicy policy) =>
        policy.Maximum is { } maximum ? Words.Duration(maximum) : "permanent";

    private static string Lower(string text) => char.ToLowerInvariant(text[0]) + text[1..];
}
