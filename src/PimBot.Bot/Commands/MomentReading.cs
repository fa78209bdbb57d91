namespace PimBot.Bot.Commands;

/// <summary>What <see cref="MomentText"/> made of a text: a moment or, with a sentence for the person, none.</summary>
internal abstract record MomentReading
{
    private MomentReading() { }

    /// <param name="Moment">With the offset of the person's zone at that moment.</param>
    /// <param name="Notes">What should be said back.</param>
    internal sealed record Understood(DateTimeOffset Moment, IReadOnlyList<TimeNote> Notes) : MomentReading;

    internal sealed record Refused(string Fault) : MomentReading;
}
