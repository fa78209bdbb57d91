using PimBot.Domain.Policies;

namespace PimBot.Api.Policies;

/// <summary>A policy with rules that were sent: what they name is changed, the rest stays.</summary>
/// <param name="Policy">The changed policy; not to be used when there are faults.</param>
/// <param name="Faults">The places of what can't be taken, as JSON paths.</param>
internal sealed record PolicyChange(RolePolicy Policy, IReadOnlyList<string> Faults)
{
    public static PolicyChange Of(RolePolicy policy, IReadOnlyList<PolicyRule> rules)
    {
        var faults = new List<string>();
        for (var i = 0; i < rules.Count; i++)
        {
            var one = Of(policy, rules[i], $"$.rules[{i}]");
            policy = one.Policy;
            faults.AddRange(one.Faults);
        }

        var twice = rules.Count != rules.Select(r => r.Id).Distinct(StringComparer.Ordinal).Count();
        return new PolicyChange(policy, twice ? [.. faults, "$.rules"] : faults);
    }

    /// <param name="policy">The present policy.</param>
    /// <param name="rule">With its id.</param>
    /// <param name="at">Where the rule is in the body.</param>
    public static PolicyChange Of(RolePolicy policy, PolicyRule rule, string at)
    {
        var faults = new RuleFaults(at);
        if (rule.Id is null || !PolicyRuleIds.All.Contains(rule.Id))
        {
            faults.Unless(false, "id");
            return new(policy, faults.Places);
        }

        if (rule.GetType() != PolicyRules.Of(policy, rule.Id).GetType())
        {
            faults.Unless(false, "@odata.type");
            return new(policy, faults.Places);
        }

        faults.Unless(rule.Target is null || RuleTarget.Of(rule.Id).IsSameAs(rule.Target), "target");
        return new(Apply(policy, rule, faults), faults.Places);
    }

    private static RolePolicy Apply(RolePolicy policy, PolicyRule rule, RuleFaults faults) =>
        rule switch
        {
            ExpirationRule expiration => Expiration(policy, expiration, faults),
            EnablementRule enablement => Enablement(policy, enablement, faults),
            AuthenticationContextRule context => policy with
            {
                Activation = Context(policy.Activation, context, faults),
            },
            ApprovalRule approval => policy with
            {
                Activation = ApprovalRules.Apply(policy.Activation, approval, faults),
            },
            NotificationPolicyRule notification => NotificationRules.Apply(policy, notification, faults),
            _ => throw new InvalidOperationException($"Rules of kind {rule.GetType().Name} are unknown."),
        };

    private static RolePolicy Expiration(RolePolicy policy, ExpirationRule rule, RuleFaults faults)
    {
        var given = rule.MaximumDuration is { } text ? faults.Duration(text, "maximumDuration") : null;
        switch (rule.Id)
        {
            case PolicyRuleIds.ActivationExpiration:
                faults.Unless(rule.IsExpirationRequired is not false, "isExpirationRequired");
                return policy with
                {
                    Activation = policy.Activation with { Maximum = given ?? policy.Activation.Maximum },
                };
            case PolicyRuleIds.EligibleExpiration:
                return policy with
                {
                    Eligible = Expiration(
                        policy.Eligible,
                        rule.IsExpirationRequired,
                        given,
                        PolicyRules.OfferedEligible
                    ),
                };
            default:
                return policy with
                {
                    Active = Expiration(policy.Active, rule.IsExpirationRequired, given, PolicyRules.OfferedActive),
                };
        }
    }

    /// <summary>One maximum is published, enforced or merely offered; the published default is not kept as an offer.</summary>
    private static AssignmentPolicy Expiration(
        AssignmentPolicy policy,
        bool? isRequired,
        TimeSpan? given,
        TimeSpan published
    )
    {
        var maximum = given ?? policy.Maximum ?? policy.OfferedMaximum ?? published;
        return isRequired ?? policy.Maximum is not null
            ? policy with
            {
                Maximum = maximum,
                OfferedMaximum = null,
            }
            : policy with
            {
                Maximum = null,
                OfferedMaximum = maximum == published ? null : maximum,
            };
    }

    private static RolePolicy Enablement(RolePolicy policy, EnablementRule rule, RuleFaults faults)
    {
        if (rule.EnabledRules is not { } names)
        {
            return policy;
        }

        faults.Unless(names.All(name => EnablementNames.All.Any(n => n.Name == name)), "enabledRules");
        var require = EnablementNames
            .All.Where(n => names.Contains(n.Name, StringComparer.Ordinal))
            .Aggregate(ActivationRequirements.None, (all, n) => all | n.Requirement);
        return rule.Id switch
        {
            PolicyRuleIds.EligibleEnablement => policy with { Eligible = policy.Eligible with { Require = require } },
            PolicyRuleIds.ActiveEnablement => policy with { Active = policy.Active with { Require = require } },
            _ => policy with
            {
                Activation = policy.Activation with
                {
                    // Approval has a rule of its own.
                    Require = require | (policy.Activation.Require & ActivationRequirements.Approval),
                },
            },
        };
    }

    private static ActivationPolicy Context(ActivationPolicy policy, AuthenticationContextRule rule, RuleFaults faults)
    {
        var isEnabled = rule.IsEnabled ?? policy.AuthenticationContext is not null;
        var claim = string.IsNullOrEmpty(rule.ClaimValue) ? policy.AuthenticationContext : rule.ClaimValue;
        faults.Unless(!isEnabled || claim is not null, "claimValue");
        return policy with { AuthenticationContext = isEnabled ? claim : null };
    }
}
