using PimBot.Api.Answers;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;

namespace PimBot.Api.Policies;

/// <summary>The approval part of a policy, in both directions.</summary>
internal static class ApprovalRules
{
    private const string SingleStage = "SingleStage";

    public static ApprovalRule Of(ActivationPolicy policy) =>
        new()
        {
            Id = PolicyRuleIds.ActivationApproval,
            Target = RuleTarget.Of(PolicyRuleIds.ActivationApproval),
            Setting = new ApprovalSetting
            {
                IsApprovalRequired = policy.Requires(ActivationRequirements.Approval),
                IsApprovalRequiredForExtension = false,
                IsRequestorJustificationRequired = true,
                ApprovalMode = SingleStage,
                ApprovalStages = [Stage(policy)],
                Channel = policy.Channel is { } channel
                    ? new(channel.Conversation, channel.Name, channel.IsInsteadOfDirectMessages)
                    : null,
            },
        };

    /// <summary>The policy with this rule; what can't be taken is noted.</summary>
    public static ActivationPolicy Apply(ActivationPolicy policy, ApprovalRule rule, RuleFaults faults)
    {
        if (rule.Setting is not { } setting)
        {
            return policy;
        }

        faults.Unless(setting.IsApprovalRequiredForExtension is not true, "setting.isApprovalRequiredForExtension");
        faults.Unless(
            setting.IsRequestorJustificationRequired is not false,
            "setting.isRequestorJustificationRequired"
        );
        faults.Unless(setting.ApprovalMode is null or SingleStage, "setting.approvalMode");
        faults.Unless(setting.ApprovalStages is null or [_], "setting.approvalStages");
        faults.Unless(IsChannel(setting.Channel), "setting.@pimbot.approversChannel");
        var approval = setting.IsApprovalRequired ?? policy.Requires(ActivationRequirements.Approval);
        var changed = policy with
        {
            Require = approval
                ? policy.Require | ActivationRequirements.Approval
                : policy.Require & ~ActivationRequirements.Approval,
            Channel = Channel(setting, policy),
        };
        return setting.ApprovalStages is [var stage] ? Apply(changed, stage, faults) : changed;
    }

    private static ApprovalStage Stage(ActivationPolicy policy) =>
        new()
        {
            ApprovalStageTimeOutInDays = Days(policy.Window),
            IsApproverJustificationRequired = policy.IsDecisionReasonRequired,
            EscalationTimeInMinutes = 0,
            IsEscalationEnabled = false,
            PrimaryApprovers = [.. policy.Approvers.Select(Approver)],
            EscalationApprovers = [],
            Window = IsWholeDays(policy.Window) ? null : DurationConverter.Format(policy.Window),
        };

    private static ActivationPolicy Apply(ActivationPolicy policy, ApprovalStage stage, RuleFaults faults)
    {
        const string at = "setting.approvalStages[0]";
        faults.Unless(stage.EscalationTimeInMinutes is null or 0, $"{at}.escalationTimeInMinutes");
        faults.Unless(stage.IsEscalationEnabled is not true, $"{at}.isEscalationEnabled");
        faults.Unless(stage.EscalationApprovers is null or [], $"{at}.escalationApprovers");
        faults.Unless(stage.PrimaryApprovers?.All(a => a.IsBackup is not true) is not false, $"{at}.primaryApprovers");
        return policy with
        {
            Window = Window(policy.Window, stage, faults, at),
            IsDecisionReasonRequired = stage.IsApproverJustificationRequired ?? policy.IsDecisionReasonRequired,
            Approvers = stage.PrimaryApprovers is { } approvers ? [.. approvers.Select(Reference)] : policy.Approvers,
        };
    }

    private static TimeSpan Window(TimeSpan present, ApprovalStage stage, RuleFaults faults, string at)
    {
        if (stage.Window is not null)
        {
            var exact = faults.Duration(stage.Window, $"{at}.@pimbot.approvalWindow") ?? present;
            faults.Unless(
                stage.ApprovalStageTimeOutInDays is null || stage.ApprovalStageTimeOutInDays == Days(exact),
                $"{at}.approvalStageTimeOutInDays"
            );
            return exact;
        }

        faults.Unless(stage.ApprovalStageTimeOutInDays is null or (> 0 and < 1000), $"{at}.approvalStageTimeOutInDays");
        return stage.ApprovalStageTimeOutInDays is { } days and > 0 and < 1000 ? TimeSpan.FromDays(days) : present;
    }

    // A setting that names stages and no channel says that there is none; one that names neither leaves it.
    private static ApproversChannel? Channel(ApprovalSetting setting, ActivationPolicy policy) =>
        setting.Channel is { } channel ? new(channel.Conversation, channel.Name, channel.IsInsteadOfDirectMessages)
        : setting.ApprovalStages is not null ? null
        : policy.Channel;

    // The conversation's own id; what people copy from Teams is a link, or the id of one thread.
    private static bool IsChannel(ApprovalChannel? channel) =>
        channel is null
        || (
            channel.Conversation.Length is > 0 and <= ApproversChannel.LongestConversation
            && channel.Name.Length is > 0 and <= ApproversChannel.LongestName
            && !channel.Conversation.Any(char.IsControl)
            && !channel.Conversation.Contains("://", StringComparison.Ordinal)
            && !channel.Conversation.Contains(";messageid=", StringComparison.Ordinal)
            && InertText.Clean(channel.Name, ApproversChannel.LongestName) == channel.Name
        );

    private static ApproverSet Approver(ApproverReference approver) =>
        approver switch
        {
            { Person: { } person } => new SingleUser { UserId = person.Value },
            { Group: { } group } => new GroupMembers { GroupId = group.Value },
            _ => new RoleHolders { RoleDefinitionId = approver.Role!.Value.Value },
        };

    private static ApproverReference Reference(ApproverSet approver) =>
        approver switch
        {
            SingleUser user => new() { Person = new(user.UserId) },
            GroupMembers group => new() { Group = new(group.GroupId) },
            RoleHolders role => new() { Role = new(role.RoleDefinitionId) },
            _ => throw new InvalidOperationException($"Approvers of kind {approver.GetType().Name} are unknown."),
        };

    private static int Days(TimeSpan window) => (int)Math.Ceiling(window.TotalDays);

    private static bool IsWholeDays(TimeSpan window) => window.Ticks % TimeSpan.TicksPerDay == 0;
}
