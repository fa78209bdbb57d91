namespace PimBot.Bot.Commands;

/// <summary>What <see cref="DurationText"/> made of a text: a duration or, with a sentence for the person, none.</summary>
internal abstract record DurationReading
{
    private DurationReading() { }

    /// <param name="Duration">Whole minutes, more than zero, at most <see cref="DurationText.Longest"/>.</param>
    /// <param name="Note">Set when a unit was assumed.</param>
    internal sealed record Understood(TimeSpan Duration, TimeNote? Note) : DurationReading;

    internal sealed record Refused(string Fault) : DurationReading;
}
