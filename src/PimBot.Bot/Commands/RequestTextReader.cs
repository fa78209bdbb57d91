namespace PimBot.Bot.Commands;

/// <summary>
/// Reads what follows "activate" or "extend". Clauses may come in any order and form:
/// <list type="bullet">
/// <item>Up to the first break (a comma, say): the role, then anything. Words that belong to no clause and not to the
/// role are the justification if there are at least two, also after "for" or "to" ("for the migration").</item>
/// <item>After "because" or "reason": the justification, up to a ticket that is named as such, a label ("ticket:"), or a
/// break after which only clauses follow. Times in it stay its words ("because it was down for 2 hours"), but for a start
/// at its end: it is read where it can be nothing else ("from 10 December 23:00"), and asked about otherwise.</item>
/// <item>After the role, also behind other clauses: "at" and the like with a place. It joins the role's text.</item>
/// <item>After a break: clauses if there is nothing else up to the next one, otherwise justification, at whose end
/// clauses that are opened by a word ("for 2h") still count.</item>
/// </list>
/// Quoted text is never looked into. An id at the end of a justification is the ticket too when no other is named.
/// </summary>
internal sealed class RequestTextReader
{
    private readonly TypedText _typed;
    private readonly TextContext _context;
    private readonly RoleScanner _roleScanner;
    private readonly TimeClauses _times = new();
    private readonly bool _hasStart;
    private readonly List<string> _prose = [];
    private readonly List<string> _places = [];
    private (int From, int To)? _role;
    private bool _isWholeRole;
    private TicketAsked? _ticket;
    private TicketAsked? _mentioned;
    private bool _maybeStart;
    private bool _saysNow;
    private bool _quotes;
    private int _proseFrom = -1;
    private int _at;

    private RequestTextReader(TypedText typed, int from, TextContext context, bool hasStart)
    {
        _hasStart = hasStart;
        _typed = typed;
        _context = context;
        _roleScanner = new RoleScanner(context.Roles);
        _at = from;
    }

    /// <param name="typed">The whole text.</param>
    /// <param name="from">The first token of the clauses.</param>
    /// <param name="context">What it is read against.</param>
    /// <param name="hasStart">Whether a start may be meant: an extension has none.</param>
    public static RequestAsked Read(TypedText typed, int from, TextContext context, bool hasStart = true) =>
        new RequestTextReader(typed, from, context, hasStart).Read();

    private RequestAsked Read()
    {
        SkipBeforeRole();
        TakeWholeRole();
        FirstSegment();
        while (_at < _typed.Tokens.Count)
        {
            NextSegment();
        }

        var saysStart = _saysNow || _times.SaysStart;
        var when = _times.Settle(_context.Now, _context.Zone, MomentUse.Start);
        if (_maybeStart && !saysStart && when?.Fault is null)
        {
            when = (when ?? new TimeAsked(null, null, null, [], null)) with { Fault = TimeFaults.StartInReason };
        }

        var justification = _prose.Count == 0 ? null : string.Join(", ", _prose);
        return new RequestAsked(RoleText(), when, justification, _ticket ?? _mentioned)
        {
            NamesWholeRole = _isWholeRole,
            QuotesReason = _quotes,
        };
    }

    private void SkipBeforeRole()
    {
        while (
            _at < _typed.Tokens.Count
            && (_typed.IsBreak(_at) || (RoleName.IsBefore(_typed.Tokens[_at]) && Clause(_at) is null))
        )
        {
            _at++;
        }
    }

    private string? RoleText() =>
        _role is { } range && NullIfEmpty(_typed.Exactly(range.From, range.To)) is { } role
            ? string.Join(' ', _places.Prepend(role))
            : null;

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    private void TakeWholeRole()
    {
        if (_role is not null || _roleScanner.Scan(_typed, _at) is not { } role)
        {
            return;
        }

        (_role, _isWholeRole) = (role, true);
        _at = RoleScanner.SkipAfter(_typed, role.To);
        _saysNow |= _typed.Tokens.Skip(role.To).Take(_at - role.To).Any(t => t.Is("now"));
        ExtendByPlace();
    }

    /// <summary>"Owner of subscription Production": the place belongs to the role's text, not to the reason.</summary>
    private void ExtendByPlace()
    {
        if (_role is { } role && Places.Begin(_typed, _at) && Clause(_at) is null)
        {
            _role = (role.From, _at = EndOfPlace(_at));
            _isWholeRole = false;
        }
    }

    /// <summary>"Owner for 1h at payments": a place is the role's wherever it stands, understood or not.</summary>
    private bool TakePlace()
    {
        if (_role is not { } role || _proseFrom >= 0 || (!_isWholeRole && role.To == _at) || !Places.Begin(_typed, _at))
        {
            return false;
        }

        var from = _at;
        _at = EndOfPlace(from);
        _places.Add(_typed.Exactly(from, _at));
        _isWholeRole = false;
        return true;
    }

    private int EndOfPlace(int from)
    {
        var (at, end) = (from + 1, ClauseOrBreak(from));
        while (at < end && !Places.End(_typed.Tokens[at]))
        {
            at++;
        }

        return at;
    }

    private void FirstSegment()
    {
        while (!_typed.IsBreak(_at))
        {
            if (!TakeRoleLabel() && !TakeClause(inFirst: true) && !TakeReason() && !TakePlace())
            {
                TakeWord();
            }
        }

        EndProse();
    }

    private void NextSegment()
    {
        if (_typed.IsBreak(_at))
        {
            _at++;
            return;
        }

        if (TakeSegmentOfClauses() || TakeReason())
        {
            return;
        }

        if (_role is null)
        {
            SkipBeforeRole();
            TakeWholeRole();
            if (_role is not null || (_at < _typed.Tokens.Count && Openers.IsRoleLabel(_typed.Tokens[_at])))
            {
                FirstSegment();
                return;
            }
        }

        if (_at < _typed.Tokens.Count && !TakeRoleLabel() && !TakeClause(inFirst: false) && !TakePlace())
        {
            TakeProse();
        }
    }

    private bool TakeRoleLabel()
    {
        if (!Openers.IsRoleLabel(_typed.Tokens[_at]))
        {
            return false;
        }

        EndProse();
        _at++;
        _role = null;
        TakeWholeRole();
        return true;
    }

    private bool TakeClause(bool inFirst)
    {
        if (_ticket is null && Ticket(_at, inFirst) is { } ticket)
        {
            EndProse();
            (_ticket, _at) = (ticket.Ticket, ticket.Next);
            return true;
        }

        var time = TimeClauseScanner.Opened(_typed, _at);
        if (inFirst)
        {
            time ??= TimeClauseScanner.Bare(_typed, _at) ?? TimeClauseScanner.Unreadable(_typed, _at);
        }

        if (time is null || (!inFirst && !Openers.EndsClause(_typed, time.Next)))
        {
            return false;
        }

        EndProse();
        _times.Add(time);
        _at = time.Next;
        return true;
    }

    private ScannedTicket? Ticket(int at, bool bare) =>
        TicketScanner.Opened(_typed, at) ?? (bare ? TicketScanner.Bare(_typed, at, alone: false) : null);

    /// <summary>A word of the role while that is open, otherwise of the justification.</summary>
    private void TakeWord()
    {
        var token = _typed.Tokens[_at];
        if (_role is null && RoleName.IsBefore(token))
        {
            _at++;
        }
        else if (_role is null)
        {
            TakeWholeRole();
            if (_role is null)
            {
                _role = (_at, ++_at);
            }
        }
        else if (!_isWholeRole && _role.Value.To == _at && !IsPurpose(token))
        {
            _role = (_role.Value.From, ++_at);
        }
        else if (_proseFrom < 0 && (Openers.IsGlue(token) || RoleName.IsAfter(token) || token.Is("for")))
        {
            _at++;
        }
        else
        {
            _proseFrom = _proseFrom < 0 ? _at : _proseFrom;
            _at++;
        }
    }

    /// <summary>Whether "for" or "to" begins a purpose here rather than belonging to the name of a role.</summary>
    private bool IsPurpose(Token token)
    {
        if (token.Kind == TokenKind.Quoted)
        {
            return true;
        }

        if (!token.Is("for") && !token.Is("to") && !token.Is("so"))
        {
            return false;
        }

        var whole = _typed.Exactly(_role!.Value.From, ClauseOrBreak(_at + 1));
        return RoleNames.Match(whole, _context.Roles) is not RoleMatch.Exact;
    }

    private int ClauseOrBreak(int at)
    {
        while (!_typed.IsBreak(at) && Clause(at) is null && Openers.SkipReason(_typed.Tokens, at) == at)
        {
            at++;
        }

        return at;
    }

    /// <summary>The index after the clause at <paramref name="at"/>, if there is one.</summary>
    private int? Clause(int at) =>
        Ticket(at, bare: true)?.Next
        ?? (TimeClauseScanner.Opened(_typed, at) ?? TimeClauseScanner.Bare(_typed, at))?.Next;

    private bool TakeReason()
    {
        var from = Openers.SkipReason(_typed.Tokens, _at);
        if (from == _at)
        {
            return false;
        }

        EndProse();
        _at =
            from < _typed.Tokens.Count && _typed.Tokens[from].Kind == TokenKind.Quoted
                ? from + 1
                : Segment.ProseEnd(_typed, from, isReason: true);
        AddProse(from, _at);
        return true;
    }

    private void TakeProse()
    {
        var from = _at;
        _at = Math.Max(from + 1, Segment.ProseEnd(_typed, from, isReason: false));
        AddProse(from, _at);
    }

    /// <summary>One word that nothing leads to ("plz", a clause's misspelt opening) is no reason: a reason is asked for then.</summary>
    private void EndProse()
    {
        if (_proseFrom >= 0 && (_at - _proseFrom > 1 || _typed.Tokens[_proseFrom].Kind is TokenKind.Quoted))
        {
            AddProse(_proseFrom, _at);
        }

        _proseFrom = -1;
    }

    private void AddProse(int from, int to)
    {
        _quotes |= to - from == 1 && _typed.Tokens[from].Kind is TokenKind.Quoted;
        if (_typed.Prose(from, TakeStartAtEnd(from, to)) is not { } prose)
        {
            return;
        }

        _prose.Add(prose);
        _mentioned ??= TicketScanner.Bare(_typed, to - 1, alone: false)?.Ticket;
    }

    /// <summary>Reads a start that can be nothing else; leaves what may be one in the reason, to be asked about.</summary>
    /// <returns>Where the reason ends.</returns>
    private int TakeStartAtEnd(int from, int to)
    {
        if (!_hasStart || _times.SaysStart || StartAtEnd.Find(_typed, from, to, _context) is not { } start)
        {
            return to;
        }

        if (!start.IsCertain)
        {
            _maybeStart = true;
            return to;
        }

        foreach (var clause in start.Clauses)
        {
            _times.Add(clause);
        }

        return start.From;
    }

    private bool TakeSegmentOfClauses()
    {
        if (Segment.OfClauses(_typed, _at) is not { } segment)
        {
            return false;
        }

        foreach (var time in segment.Times)
        {
            _times.Add(time);
        }

        _ticket ??= segment.Ticket;
        _at = segment.Next;
        return true;
    }
}
