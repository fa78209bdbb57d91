using PimBot.Domain.Access;

namespace PimBot.Api.Access;

/// <summary>A Global Administrator's time as manager of all Azure scopes.</summary>
/// <param name="PrincipalId">Who.</param>
/// <param name="StartDateTime">Since when.</param>
/// <param name="EndDateTime">The first instant at which it no longer holds.</param>
internal sealed record ElevationResource(string PrincipalId, DateTimeOffset StartDateTime, DateTimeOffset EndDateTime)
{
    public static ElevationResource Of(Elevation elevation) =>
        new(elevation.Person.Value, elevation.From, elevation.Until);
}
