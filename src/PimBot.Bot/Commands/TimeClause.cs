namespace PimBot.Bot.Commands;

/// <summary>One clause about time, and the index of the token after it.</summary>
internal abstract record TimeClause(int Next)
{
    internal sealed record HowLong(DurationReading Reading, int Next) : TimeClause(Next);

    internal sealed record From(MomentAsked Moment, int Next) : TimeClause(Next);

    internal sealed record Until(MomentAsked Moment, int Next) : TimeClause(Next);

    /// <summary>A moment that nothing says to be the start or the end.</summary>
    internal sealed record Bare(MomentAsked Moment, int Next) : TimeClause(Next);
}
