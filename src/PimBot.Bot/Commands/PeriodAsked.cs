namespace PimBot.Bot.Commands;

/// <summary>How long an assignment is to last, as asked: exactly one of the three.</summary>
/// <param name="Length">From its start, or from now for what runs already.</param>
/// <param name="Until">The first instant at which it no longer holds.</param>
/// <param name="IsPermanent">Without an end.</param>
internal sealed record PeriodAsked(TimeSpan? Length, DateTimeOffset? Until, bool IsPermanent)
{
    public static readonly PeriodAsked Permanent = new(null, null, true);

    public static PeriodAsked Lasting(TimeSpan length) => new(length, null, false);

    public static PeriodAsked Ending(DateTimeOffset until) => new(null, until, false);

    /// <summary>The end that follows; null: permanent.</summary>
    public DateTimeOffset? EndFrom(DateTimeOffset start) => IsPermanent ? null : Until ?? start + Length;
}
