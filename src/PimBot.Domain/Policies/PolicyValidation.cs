using PimBot.Domain.Access;

namespace PimBot.Domain.Policies;

/// <summary>Whether a role's settings are possible, judged when they are saved.</summary>
public static class PolicyValidation
{
    private const ActivationRequirements OnAssignment =
        ActivationRequirements.Mfa | ActivationRequirements.Justification;

    /// <summary>Every fault; empty when the policy may be saved.</summary>
    public static IReadOnlyList<PolicyFault> Check(RolePolicy policy, Role role) =>
        [
            .. Activation(policy.Activation, role),
            .. Approval(policy.Activation, role),
            .. Assignment(policy.Eligible, PolicyRuleIds.EligibleExpiration, PolicyRuleIds.EligibleEnablement),
            .. Assignment(policy.Active, PolicyRuleIds.ActiveExpiration, PolicyRuleIds.ActiveEnablement),
            .. policy.Notifications.SelectMany(Notification),
        ];

    private static IEnumerable<PolicyFault> Activation(ActivationPolicy policy, Role role)
    {
        if (policy.Maximum < ActivationPolicy.ShortestDuration || policy.Maximum > ActivationPolicy.LongestMaximum)
        {
            yield return new(
                PolicyRuleIds.ActivationExpiration,
                "ActivationMaximumOutOfRange",
                "The longest activation must be between 5 minutes and 24 hours."
            );
        }
        else if (policy.Maximum.Ticks % TimeSpan.TicksPerMinute != 0)
        {
            yield return new(
                PolicyRuleIds.ActivationExpiration,
                "ActivationMaximumNotWholeMinutes",
                "The longest activation must be in whole minutes."
            );
        }

        if (!policy.RequiresVerification && MfaLockedRoles.Has(role.Id))
        {
            yield return new(
                PolicyRuleIds.ActivationEnablement,
                "MfaCannotBeSwitchedOff",
                "For this role, multi-factor authentication can't be switched off."
            );
        }

        if (policy.AuthenticationContext is { } context && !IsContext(context))
        {
            yield return new(
                PolicyRuleIds.ActivationContext,
                "UnknownAuthenticationContext",
                "An authentication context is named c1 to c99."
            );
        }

        if (policy.AuthenticationContext is not null && policy.Requires(ActivationRequirements.Mfa))
        {
            yield return new(
                PolicyRuleIds.ActivationContext,
                "MfaAndContext",
                "Require either multi-factor authentication or an authentication context, not both."
            );
        }
    }

    private static IEnumerable<PolicyFault> Approval(ActivationPolicy policy, Role role)
    {
        if (!policy.Requires(ActivationRequirements.Approval))
        {
            if (policy.Approvers.Count > 0)
            {
                yield return new(
                    PolicyRuleIds.ActivationApproval,
                    "ApproversWithoutApproval",
                    "Approvers are named, but approval is not required."
                );
            }
        }
        else if (policy.Approvers.Count == 0 && role.Kind is not RoleKind.DirectoryRole)
        {
            yield return new(
                PolicyRuleIds.ActivationApproval,
                "ApproverRequired",
                "Name at least one approver: only directory roles have default approvers."
            );
        }

        if (policy.Window < ActivationPolicy.ShortestWindow || policy.Window > ActivationPolicy.LongestWindow)
        {
            yield return new(
                PolicyRuleIds.ActivationApproval,
                "WindowOutOfRange",
                "Approvers must have between 1 hour and 14 days."
            );
        }
        else if (!IsWholeMinutes(policy.Window))
        {
            yield return new(
                PolicyRuleIds.ActivationApproval,
                "WindowNotWholeMinutes",
                "The approvers' time must be in whole minutes."
            );
        }
    }

    private static IEnumerable<PolicyFault> Assignment(AssignmentPolicy policy, string expiration, string enablement)
    {
        if (policy.Maximum < Access.Assignment.Shortest || policy.OfferedMaximum < Access.Assignment.Shortest)
        {
            yield return new(
                expiration,
                "AssignmentMaximumTooShort",
                "The longest assignment must be at least 5 minutes."
            );
        }
        else if (!IsWholeMinutes(policy.Maximum) || !IsWholeMinutes(policy.OfferedMaximum))
        {
            yield return new(
                expiration,
                "AssignmentMaximumNotWholeMinutes",
                "The longest assignment must be in whole minutes."
            );
        }

        if (policy.Maximum is not null && policy.OfferedMaximum is not null)
        {
            yield return new(expiration, "TwoMaximums", "A maximum is either enforced or merely offered.");
        }

        if ((policy.Require & ~OnAssignment) is not ActivationRequirements.None)
        {
            yield return new(
                enablement,
                "OnlyOnActivation",
                "Tickets and approval can be required on activation only."
            );
        }
    }

    private static IEnumerable<PolicyFault> Notification(NotificationRule rule)
    {
        var id = PolicyRuleIds.NotificationOf(rule.Recipient, rule.Event);
        if (rule.FurtherRecipients.Count > NotificationRule.MostFurtherRecipients)
        {
            yield return new(
                id,
                "TooManyRecipients",
                $"At most {NotificationRule.MostFurtherRecipients} further addresses can be told."
            );
        }

        foreach (var address in rule.FurtherRecipients.Where(address => !IsAddress(address)))
        {
            yield return new(id, "NotAnAddress", $"“{Activations.InertText.Clean(address, 80)}” is no mail address.");
        }
    }

    private static bool IsWholeMinutes(TimeSpan? duration) =>
        duration is not { } length || length.Ticks % TimeSpan.TicksPerMinute == 0;

    private static bool IsContext(string context) =>
        context.Length is 2 or 3
        && context[0] == 'c'
        && int.TryParse(context[1..], out var number)
        && number is > 0 and < 100;

    private static bool IsAddress(string address) =>
        address.Length <= 254
        && address.IndexOf('@', StringComparison.Ordinal) is > 0 and var at
        && at == address.LastIndexOf('@')
        && at < address.Length - 1
        && !address.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '<' or '>' or ',' or ';' or '"');
}
