namespace PimBot.Domain.Access;

/// <summary>A Global Administrator's time as manager of all Azure scopes. It ends by itself, and with the role.</summary>
/// <param name="Person">Who was elevated.</param>
/// <param name="From">Since when.</param>
/// <param name="Until">The first instant at which it no longer holds.</param>
public sealed record Elevation(PersonId Person, DateTimeOffset From, DateTimeOffset Until)
{
    /// <summary>The longest elevation (ours).</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(8);

    /// <summary>The elevation when nobody says how long (ours).</summary>
    public static readonly TimeSpan Usual = TimeSpan.FromHours(1);

    public bool HoldsAt(DateTimeOffset now) => From <= now && now < Until;
}
