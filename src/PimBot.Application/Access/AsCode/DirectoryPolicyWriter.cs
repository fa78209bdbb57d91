using PimBot.Domain.Policies;

namespace PimBot.Application.Access.AsCode;

/// <summary>Writes one policy: what people look for always, the rest where it differs from the published default.</summary>
internal static class DirectoryPolicyWriter
{
    public static DirectoryNode Write(RolePolicy policy) =>
        DirectoryNodes.Map(
            ("role", DirectoryNodes.Text(policy.Access.Role.Value)),
            ("scope", DirectoryNodes.Text(policy.Access.Scope.Value)),
            ("activation", Activation(policy.Activation)),
            ("eligible", Assignment(policy.Eligible, RolePolicy.Default(policy.Access).Eligible)),
            ("active", Assignment(policy.Active, RolePolicy.Default(policy.Access).Active)),
            ("notify", DirectoryNodes.Words(DirectoryVocabulary.Events, policy.Notify)),
            ("notifications", DirectoryNodes.ListOrNothing(policy.Notifications.Select(Notification)))
        );

    private static DirectoryNode Activation(ActivationPolicy policy) =>
        DirectoryNodes.Map(
            ("maximum", DirectoryNodes.Duration(policy.Maximum)),
            ("require", DirectoryNodes.Words(DirectoryVocabulary.OnActivation, policy.Require)),
            ("authenticationContext", DirectoryNodes.TextOrNothing(policy.AuthenticationContext)),
            ("approvers", DirectoryNodes.ListOrNothing(policy.Approvers.Select(Approver))),
            ("decisionReason", DirectoryNodes.FlagUnless(usual: true, policy.IsDecisionReasonRequired)),
            ("channel", policy.Channel is { } channel ? Channel(channel) : null),
            ("window", policy.Window == ActivationPolicy.DefaultWindow ? null : DirectoryNodes.Duration(policy.Window))
        );

    private static DirectoryNode Approver(ApproverReference approver) =>
        DirectoryNodes.Map(
            ("person", DirectoryNodes.TextOrNothing(approver.Person?.Value)),
            ("group", DirectoryNodes.TextOrNothing(approver.Group?.Value)),
            ("role", DirectoryNodes.TextOrNothing(approver.Role?.Value))
        );

    private static DirectoryNode Channel(ApproversChannel channel) =>
        DirectoryNodes.Map(
            ("conversation", DirectoryNodes.Text(channel.Conversation)),
            ("name", DirectoryNodes.Text(channel.Name)),
            ("insteadOfDirectMessages", DirectoryNodes.FlagUnless(usual: false, channel.IsInsteadOfDirectMessages))
        );

    private static DirectoryNode Assignment(AssignmentPolicy policy, AssignmentPolicy published) =>
        DirectoryNodes.Map(
            ("maximum", DirectoryNodes.Duration(policy.Maximum)),
            ("offeredMaximum", DirectoryNodes.DurationOrNothing(policy.OfferedMaximum)),
            (
                "require",
                policy.Require == ActivationRequirements.None && published.Require == policy.Require
                    ? null
                    : DirectoryNodes.Words(DirectoryVocabulary.OnAssignment, policy.Require)
            )
        );

    private static DirectoryNode Notification(NotificationRule rule) =>
        DirectoryNodes.Map(
            ("recipient", DirectoryNodes.Word(DirectoryVocabulary.Recipients, rule.Recipient)),
            ("event", DirectoryNodes.Word(DirectoryVocabulary.Events, rule.Event)),
            ("default", DirectoryNodes.Flag(rule.IsDefaultRecipientsEnabled)),
            ("further", DirectoryNodes.ListOrNothing(rule.FurtherRecipients.Select(DirectoryNodes.Text))),
            ("criticalOnly", DirectoryNodes.FlagUnless(usual: false, rule.IsCriticalOnly))
        );
}
