using PimBot.Domain.Policies;

namespace PimBot.Api.Policies;

/// <summary>Whom and what a rule is about (Graph's <c>unifiedRoleManagementPolicyRuleTarget</c>).</summary>
/// <param name="Caller"><c>Admin</c> or <c>EndUser</c>.</param>
/// <param name="Operations">All of them.</param>
/// <param name="Level"><c>Eligibility</c> or <c>Assignment</c>.</param>
/// <param name="InheritableSettings">None: policies are not inherited.</param>
/// <param name="EnforcedSettings">None, for the same reason.</param>
internal sealed record RuleTarget(
    string Caller,
    IReadOnlyList<string> Operations,
    string Level,
    IReadOnlyList<string>? InheritableSettings = null,
    IReadOnlyList<string>? EnforcedSettings = null
)
{
    private const string All = "all";

    /// <summary>The target of a published rule, which its id tells.</summary>
    public static RuleTarget Of(string ruleId) =>
        new(
            ruleId.Contains("_EndUser_", StringComparison.Ordinal) ? "EndUser" : "Admin",
            [All],
            ruleId.EndsWith("_Eligibility", StringComparison.Ordinal) ? "Eligibility" : "Assignment",
            [],
            []
        );

    /// <summary>Whether a target that was sent is this one; Graph's documents spell <c>all</c> in two ways.</summary>
    public bool IsSameAs(RuleTarget other) =>
        Caller == other.Caller
        && Level == other.Level
        && other.Operations is [var only]
        && string.Equals(only, All, StringComparison.OrdinalIgnoreCase)
        && other.InheritableSettings is null or []
        && other.EnforcedSettings is null or [];
}
