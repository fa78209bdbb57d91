namespace PimBot.Bot.Commands;

/// <summary>What stands between two breaks, where that is clauses about time or a ticket and nothing else.</summary>
internal sealed record Segment(IReadOnlyList<TimeClause> Times, TicketAsked? Ticket, int Next)
{
    /// <summary>Null when anything else stands between <paramref name="from"/> and the next break.</summary>
    public static Segment? OfClauses(TypedText typed, int from)
    {
        var (times, ticket, at) = (new List<TimeClause>(), (TicketAsked?)null, from);
        while (!typed.IsBreak(at))
        {
            if (at > from && Openers.IsGlue(typed.Tokens[at]))
            {
                at++;
            }
            else if (ticket is null && FindTicket(typed, from, at) is { } found)
            {
                (ticket, at) = (found.Ticket, found.Next);
            }
            else if ((TimeClauseScanner.Opened(typed, at) ?? TimeClauseScanner.Bare(typed, at)) is { } time)
            {
                times.Add(time);
                at = time.Next;
            }
            else
            {
                return null;
            }
        }

        return at == from ? null : new Segment(times, ticket, at);
    }

    /// <summary>The index after a justification that begins at <paramref name="from"/>.</summary>
    /// <param name="typed">The whole text.</param>
    /// <param name="from">The first token of the justification.</param>
    /// <param name="isReason">It was opened by "because" or the like, so that times in it are its own words.</param>
    public static int ProseEnd(TypedText typed, int from, bool isReason)
    {
        var at = from;
        while (at < typed.Tokens.Count && !EndsProse(typed, from, at, isReason))
        {
            at++;
        }

        return at;
    }

    private static ScannedTicket? FindTicket(TypedText typed, int from, int at) =>
        TicketScanner.Opened(typed, at) ?? TicketScanner.Bare(typed, at, alone: at == from && typed.IsBreak(at + 1));

    private static bool EndsProse(TypedText typed, int from, int at, bool isReason)
    {
        if (typed.IsBreak(at))
        {
            return OfClauses(typed, at + 1) is not null || OpensReason(typed, at + 1);
        }

        if (at > from && Openers.IsLabel(typed.Tokens[at]))
        {
            return true;
        }

        if (TicketScanner.Opened(typed, at) is { } ticket)
        {
            return Openers.EndsClause(typed, ticket.Next);
        }

        return !isReason && TimeClauseScanner.Opened(typed, at) is { } time && Openers.EndsClause(typed, time.Next);
    }

    private static bool OpensReason(TypedText typed, int at) =>
        at < typed.Tokens.Count && Openers.SkipReason(typed.Tokens, at) > at;
}
