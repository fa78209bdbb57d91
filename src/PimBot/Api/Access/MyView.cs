namespace PimBot.Api.Access;

/// <summary>"My view": who one is here, what one may activate, holds and waits for.</summary>
internal sealed record MyView
{
    public required string Id { get; init; }

    public required string DisplayName { get; init; }

    public string? UserPrincipalName { get; init; }

    /// <summary>Over directory roles: <c>none</c>, <c>view</c> or <c>manage</c>.</summary>
    public required string DirectoryRight { get; init; }

    /// <summary>The elevation over all Azure scopes; missing when there is none.</summary>
    public ElevationResource? Elevation { get; init; }

    public required IReadOnlyList<EligibleRole> Eligible { get; init; }

    public required IReadOnlyList<HeldRole> Held { get; init; }

    /// <summary>One's own requests that wait for something.</summary>
    public required IReadOnlyList<ScheduleRequestResource> Pending { get; init; }
}
