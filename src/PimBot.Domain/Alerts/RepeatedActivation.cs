using PimBot.Domain.Access;

namespace PimBot.Domain.Alerts;

/// <summary>How often a person activated a role within a time.</summary>
/// <param name="Person">Who.</param>
/// <param name="Access">Which role, where.</param>
/// <param name="Times">How often.</param>
/// <param name="Newest">When the newest began.</param>
public sealed record RepeatedActivation(PersonId Person, RoleScope Access, int Times, DateTimeOffset Newest);
