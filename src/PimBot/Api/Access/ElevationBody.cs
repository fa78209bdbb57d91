using PimBot.Api.Answers;

namespace PimBot.Api.Access;

/// <summary>A Global Administrator asks to manage all Azure scopes for a time.</summary>
internal sealed record ElevationBody
{
    /// <summary>5 minutes to 8 hours; an hour unless given.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>Why; required.</summary>
    [LongestReason]
    public string? Justification { get; init; }
}
