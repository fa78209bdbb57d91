using System.Text.Json.Serialization;

namespace PimBot.Api.Policies;

/// <summary>The authentication context that activation demands in place of MFA.</summary>
internal sealed record AuthenticationContextRule : PolicyRule
{
    public bool? IsEnabled { get; init; }

    /// <summary><c>c1</c> to <c>c99</c>; null when none is demanded.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? ClaimValue { get; init; }
}
