using System.Globalization;

namespace PimBot.Domain.Policies;

/// <summary>What differs between two versions of a role's settings, as codes for the audit.</summary>
public static class PolicyChanges
{
    /// <summary>One entry for each setting, such as <c>Expiration_EndUser_Assignment: 02:00:00 → 01:00:00</c>; empty when both say the same.</summary>
    public static IReadOnlyList<string> Between(RolePolicy before, RolePolicy after) =>
        [
            .. Settings(before)
                .Zip(Settings(after))
                .Where(pair => pair.First.Value != pair.Second.Value)
                .Select(pair => $"{pair.First.Name}: {pair.First.Value} → {pair.Second.Value}"),
        ];

    private static IEnumerable<(string Name, string Value)> Settings(RolePolicy policy)
    {
        var activation = policy.Activation;
        yield return (PolicyRuleIds.ActivationExpiration, Text(activation.Maximum));
        yield return (PolicyRuleIds.ActivationEnablement, $"{activation.Require & ~ActivationRequirements.Approval}");
        yield return (PolicyRuleIds.ActivationContext, activation.AuthenticationContext ?? "none");
        yield return (PolicyRuleIds.ActivationApproval, Approval(activation));
        yield return (PolicyRuleIds.EligibleExpiration, Expiration(policy.Eligible));
        yield return (PolicyRuleIds.EligibleEnablement, $"{policy.Eligible.Require}");
        yield return (PolicyRuleIds.ActiveExpiration, Expiration(policy.Active));
        yield return (PolicyRuleIds.ActiveEnablement, $"{policy.Active.Require}");
        foreach (var recipient in Enum.GetValues<NotificationRecipient>())
        {
            foreach (
                var about in new[]
                {
                    NotificationEvents.EligibleAssignment,
                    NotificationEvents.ActiveAssignment,
                    NotificationEvents.Activation,
                }
            )
            {
                yield return (
                    PolicyRuleIds.NotificationOf(recipient, about),
                    Text(policy.Notification(recipient, about))
                );
            }
        }
    }

    // Also what lies idle while approval is off is kept, so it is a change.
    private static string Approval(ActivationPolicy policy)
    {
        var required = policy.Requires(ActivationRequirements.Approval) ? "required" : "not required";
        var approvers = policy.Approvers.Select(a =>
            a.Person is { } person ? $"person {person}"
            : a.Group is { } group ? $"group {group}"
            : $"role {a.Role}"
        );
        var reason = policy.IsDecisionReasonRequired ? "" : ", no reason";
        var channel = policy.Channel is { } place
            ? $", channel {place.Conversation}{(place.IsInsteadOfDirectMessages ? " instead" : "")}"
            : "";
        return $"{required}, {Text(policy.Window)} by {(policy.Approvers.Count == 0 ? "default" : string.Join('+', approvers))}{reason}{channel}";
    }

    private static string Expiration(AssignmentPolicy policy) =>
        policy.Maximum is { } maximum ? Text(maximum)
        : policy.OfferedMaximum is { } offered ? $"permanent (offered {Text(offered)})"
        : "permanent";

    private static string Text(TimeSpan duration) => duration.ToString("c", CultureInfo.InvariantCulture);

    private static string Text(NotificationRule rule) =>
        (rule.IsDefaultRecipientsEnabled ? "on" : "off")
        + (rule.IsCriticalOnly ? " critical" : "")
        + string.Concat(rule.FurtherRecipients.Select(address => $" +{address}"));
}
