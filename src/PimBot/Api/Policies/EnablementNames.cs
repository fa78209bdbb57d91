using PimBot.Domain.Policies;

namespace PimBot.Api.Policies;

/// <summary>Graph's names of what a policy may require, in the order in which they are published.</summary>
internal static class EnablementNames
{
    public static readonly IReadOnlyList<(string Name, ActivationRequirements Requirement)> All =
    [
        ("MultiFactorAuthentication", ActivationRequirements.Mfa),
        ("Justification", ActivationRequirements.Justification),
        ("Ticketing", ActivationRequirements.Ticket),
    ];
}
