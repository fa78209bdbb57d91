namespace PimBot.Bot.Commands;

/// <summary>
/// Reads a moment that stands alone, such as the answer to "Starting when?": <c>17:00</c>, <c>5:30 pm</c>,
/// <c>tomorrow at 9</c>, <c>monday 9:00</c>, <c>29 March 9:00</c>, <c>2026-03-29 02:30</c>, <c>in 2 hours</c>,
/// <c>now</c>. Everything <see cref="Wording.Words.Moment"/> writes about the future is read back exactly.
/// </summary>
internal static class MomentText
{
    /// <summary>Never throws for a string of any content or length. A moment that has passed is refused.</summary>
    public static MomentReading Parse(string text, DateTimeOffset now, TimeZoneInfo zone)
    {
        var typed = Politeness.WithoutEnd(TypedText.Of(text));
        var from =
            typed.Tokens.Count > 1 && (Openers.OpensStart(typed.Tokens[0]) || Openers.OpensUntil(typed.Tokens[0]))
                ? 1
                : 0;
        return MomentScanner.Scan(typed, from, opened: true) is { } scanned && scanned.Next == typed.Tokens.Count
            ? MomentResolver.Resolve(scanned.Moment, MomentUse.Start, now, now, zone)
            : new MomentReading.Refused(TimeFaults.NotAMoment);
    }
}
