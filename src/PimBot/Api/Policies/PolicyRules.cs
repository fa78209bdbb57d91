using PimBot.Api.Answers;
using PimBot.Domain.Policies;

namespace PimBot.Api.Policies;

/// <summary>A policy as Graph's 17 rules, in the order and with the values in which Microsoft publishes its default.</summary>
internal static class PolicyRules
{
    public static readonly TimeSpan OfferedEligible = TimeSpan.FromDays(365);
    public static readonly TimeSpan OfferedActive = TimeSpan.FromDays(180);

    public static IReadOnlyList<PolicyRule> Of(RolePolicy policy) =>
        [.. PolicyRuleIds.All.Select(id => Of(policy, id))];

    /// <param name="policy">The policy.</param>
    /// <param name="id">One of <see cref="PolicyRuleIds.All"/>.</param>
    public static PolicyRule Of(RolePolicy policy, string id) =>
        id switch
        {
            PolicyRuleIds.EligibleExpiration => Expiration(id, policy.Eligible, OfferedEligible),
            PolicyRuleIds.ActiveExpiration => Expiration(id, policy.Active, OfferedActive),
            PolicyRuleIds.ActivationExpiration => new ExpirationRule
            {
                Id = id,
                IsExpirationRequired = true,
                MaximumDuration = Hours(policy.Activation.Maximum),
                Target = RuleTarget.Of(id),
            },
            PolicyRuleIds.EligibleEnablement => Enablement(id, policy.Eligible.Require),
            PolicyRuleIds.ActiveEnablement => Enablement(id, policy.Active.Require),
            PolicyRuleIds.ActivationEnablement => Enablement(id, policy.Activation.Require),
            PolicyRuleIds.ActivationContext => new AuthenticationContextRule
            {
                Id = id,
                IsEnabled = policy.Activation.AuthenticationContext is not null,
                ClaimValue = policy.Activation.AuthenticationContext,
                Target = RuleTarget.Of(id),
            },
            PolicyRuleIds.ActivationApproval => ApprovalRules.Of(policy.Activation),
            _ => NotificationRules.Of(policy, id),
        };

    private static ExpirationRule Expiration(string id, AssignmentPolicy policy, TimeSpan offered) =>
        new()
        {
            Id = id,
            IsExpirationRequired = policy.Maximum is not null,
            MaximumDuration = DurationConverter.Format(policy.Maximum ?? policy.OfferedMaximum ?? offered),
            Target = RuleTarget.Of(id),
        };

    private static EnablementRule Enablement(string id, ActivationRequirements require) =>
        new()
        {
            Id = id,
            EnabledRules = [.. EnablementNames.All.Where(n => require.HasFlag(n.Requirement)).Select(n => n.Name)],
            Target = RuleTarget.Of(id),
        };

    // A whole day of activation is published in hours, too.
    private static string Hours(TimeSpan duration) =>
        duration.Minutes == 0 ? $"PT{(int)duration.TotalHours}H" : DurationConverter.Format(duration);
}
