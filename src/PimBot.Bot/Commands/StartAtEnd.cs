namespace PimBot.Bot.Commands;

/// <summary>
/// A start at the end of a reason: "because of the move from 10 December 23:00". Only what is still to come counts, so
/// that "the outage from yesterday" stays what it is.
/// </summary>
/// <param name="From">The first token of the clauses.</param>
/// <param name="Clauses">The start, and what else was said about time after it.</param>
/// <param name="IsCertain">Whether it can only be the start; otherwise it may as well belong to the reason.</param>
internal sealed record StartAtEnd(int From, IReadOnlyList<TimeClause> Clauses, bool IsCertain)
{
    private const int MostTokens = 20;

    /// <summary>Null where the tokens from..to don't end with a future moment.</summary>
    public static StartAtEnd? Find(TypedText typed, int from, int to, TextContext context)
    {
        for (var at = Math.Max(from, to - MostTokens); at < to; at++)
        {
            if (ClausesTo(typed, at, to) is [TimeClause.From or TimeClause.Bare, ..] clauses)
            {
                return Judge(typed, at, clauses, context);
            }
        }

        return null;
    }

    private static List<TimeClause>? ClausesTo(TypedText typed, int at, int to)
    {
        var clauses = new List<TimeClause>();
        while (at < to)
        {
            if (clauses.Count > 0 && Openers.IsGlue(typed.Tokens[at]))
            {
                at++;
                continue;
            }

            if ((TimeClauseScanner.Opened(typed, at) ?? TimeClauseScanner.Bare(typed, at)) is not { } clause)
            {
                return null;
            }

            clauses.Add(clause);
            at = clause.Next;
        }

        return at == to && clauses.Count > 0 ? clauses : null;
    }

    private static StartAtEnd? Judge(TypedText typed, int at, List<TimeClause> clauses, TextContext context)
    {
        var moment = clauses[0] switch
        {
            TimeClause.From from => from.Moment,
            TimeClause.Bare bare => bare.Moment,
            _ => null,
        };
        if (moment is null or { IsNow: true } or { Day: DayAsked.FromToday { Days: 0 }, Time: null })
        {
            return null;
        }

        var opener = typed.Tokens[at];
        var saysBegins = Openers.OpensOnlyStart(opener);
        return MomentResolver.Resolve(moment, MomentUse.Start, context.Now, context.Now, context.Zone) switch
        {
            MomentReading.Refused { Fault: TimeFaults.Passed } => null,
            MomentReading.Refused when !saysBegins && moment.Day is null => null,
            MomentReading.Refused => new StartAtEnd(at, clauses, IsCertain: false),
            MomentReading.Understood read => new StartAtEnd(
                at,
                clauses,
                saysBegins && !moment.IsBareHour && !read.Notes.Any(n => n.Kind is TimeNoteKind.NextDay)
            ),
            _ => null,
        };
    }
}
