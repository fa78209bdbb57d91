using PimBot.Domain.Access;
using PimBot.Domain.Alerts;

namespace PimBot.Application.Alerts;

/// <summary>What a target is to take away of what somebody else gave there.</summary>
/// <param name="Access">What.</param>
/// <param name="Incident">The incident that ends with it.</param>
/// <param name="By">Who ordered it.</param>
/// <param name="Adopted">The assignment that takes its place, and must be there first; null: nothing does.</param>
public sealed record OutsideRemoval(OutsideAccess Access, Guid Incident, PersonId By, Guid? Adopted = null);
