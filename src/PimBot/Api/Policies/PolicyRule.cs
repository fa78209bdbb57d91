using System.Text.Json.Serialization;
using PimBot.Domain.Policies;

namespace PimBot.Api.Policies;

/// <summary>
/// One of the 17 rules of a policy, as Graph's <c>unifiedRoleManagementPolicyRule</c>. All of its own members are null
/// where a change leaves them as they are.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "@odata.type")]
[JsonDerivedType(typeof(ExpirationRule), "#microsoft.graph.unifiedRoleManagementPolicyExpirationRule")]
[JsonDerivedType(typeof(EnablementRule), "#microsoft.graph.unifiedRoleManagementPolicyEnablementRule")]
[JsonDerivedType(typeof(ApprovalRule), "#microsoft.graph.unifiedRoleManagementPolicyApprovalRule")]
[JsonDerivedType(
    typeof(AuthenticationContextRule),
    "#microsoft.graph.unifiedRoleManagementPolicyAuthenticationContextRule"
)]
[JsonDerivedType(typeof(NotificationPolicyRule), "#microsoft.graph.unifiedRoleManagementPolicyNotificationRule")]
internal abstract record PolicyRule
{
    /// <summary>One of <see cref="PolicyRuleIds"/>.</summary>
    [JsonPropertyOrder(-2)]
    public string? Id { get; init; }

    /// <summary>What the rule is about. It can't be changed.</summary>
    [JsonPropertyOrder(10)]
    public RuleTarget? Target { get; init; }
}
