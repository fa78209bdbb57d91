namespace PimBot.Playground;

/// <summary>
/// The clock that the whole process reads in Development. Between calls of <see cref="Advance"/> it runs at the
/// speed of real time; the host's <see cref="TimeProvider"/> shows the same time.
/// </summary>
public interface IPlaygroundClock
{
    DateTimeOffset Now { get; }

    /// <summary>Moves the clock forward.</summary>
    /// <param name="by">From one second to 31 days.</param>
    void Advance(TimeSpan by);
}
