namespace PimBot.Bot.Commands;

/// <summary>A moment as written, before it is put on the calendar by <see cref="MomentResolver"/>.</summary>
internal sealed record MomentAsked
{
    public bool IsNow { get; init; }

    /// <summary>"in 2 hours".</summary>
    public TimeSpan? In { get; init; }

    public DayAsked? Day { get; init; }

    /// <summary>Since the start of the day; 24 hours for midnight.</summary>
    public TimeSpan? Time { get; init; }

    /// <summary>An hour alone, which may mean either half of the day.</summary>
    public bool IsBareHour { get; init; }

    /// <summary>An offset from UTC that was written with the time, instead of the person's zone.</summary>
    public TimeSpan? Offset { get; init; }

    /// <summary>A form that was recognised and can't be used; see <see cref="TimeFaults"/>.</summary>
    public string? Fault { get; init; }
}
