using PimBot.Domain.Access;
using PimBot.Domain.Reviews;

namespace PimBot.Application.Reviews;

/// <summary>Which reviews are listed.</summary>
public sealed record ReviewFilter
{
    /// <summary>Only those that were made before this one: where the page before ended.</summary>
    public ReviewId? Before { get; init; }

    public ReviewSeriesId? Series { get; init; }

    public RoleScope? Access { get; init; }

    public ReviewState? State { get; init; }

    /// <summary>Whether occurrences that were stopped before they began are left out: nobody was ever asked.</summary>
    public bool IsWithoutUnbegun { get; init; }
}
