using System.Text.Json.Serialization;
using PimBot.Application.Access;
using PimBot.Domain.Policies;

namespace PimBot.Api.Access;

/// <summary>A role that the caller may activate.</summary>
internal sealed record EligibleRole
{
    public required RoleResource Role { get; init; }

    public required ScopeResource Scope { get; init; }

    /// <summary>When the eligibility ends; missing: never.</summary>
    public DateTimeOffset? EndDateTime { get; init; }

    /// <summary>The longest activation.</summary>
    public required TimeSpan MaximumDuration { get; init; }

    /// <summary>What an activation must give, by Graph's names, and <c>Approval</c>.</summary>
    public required IReadOnlyList<string> Required { get; init; }

    /// <summary>The authentication context that is demanded.</summary>
    [JsonPropertyName("authenticationContext")]
    public string? Context { get; init; }

    public required bool IsActive { get; init; }

    public static EligibleRole Of(EligibleAccess access, DateTimeOffset now) =>
        new()
        {
            Role = RoleResource.Of(access.Role),
            Scope = ScopeResource.Of(access.Scope),
            EndDateTime = access.Until,
            MaximumDuration = access.Policy.Activation.Maximum,
            Required =
            [
                .. Policies
                    .EnablementNames.All.Where(n => access.Policy.Activation.Requires(n.Requirement))
                    .Select(n => n.Name),
                .. access.Policy.Activation.Requires(ActivationRequirements.Approval)
                    ? ["Approval"]
                    : Array.Empty<string>(),
            ],
            Context = access.Policy.Activation.AuthenticationContext,
            IsActive = access.Active?.IsActiveAt(now) is true,
        };
}
