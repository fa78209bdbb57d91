namespace PimBot.Domain.Reviews;

/// <summary>Whether further occurrences of a series begin.</summary>
public enum ReviewSeriesState
{
    /// <summary>Another occurrence lies ahead.</summary>
    Active = 1,

    /// <summary>Its last occurrence has begun.</summary>
    Ended = 2,

    /// <summary>An administrator ended it for good.</summary>
    Stopped = 3,
}
