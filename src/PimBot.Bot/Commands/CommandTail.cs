namespace PimBot.Bot.Commands;

/// <summary>What was typed after a command's words, and what to read it against.</summary>
internal sealed record CommandTail(TypedText Typed, int From, TextContext Context)
{
    /// <summary>The clauses of an activation.</summary>
    public RequestAsked Request() => RequestTextReader.Read(Typed, From, Context);

    /// <summary>The clauses of an extension, which has no start of its own.</summary>
    public RequestAsked Extension() => RequestTextReader.Read(Typed, From, Context, hasStart: false);

    /// <summary>The name of a role as typed, up to the first break; null when there is none.</summary>
    public string? Role()
    {
        var (from, to) = (From, Typed.NextBreak(From));
        while (from < to && (RoleName.IsBefore(Typed.Tokens[from]) || Typed.Tokens[from].Is("with")))
        {
            from++;
        }

        while (to > from && (RoleName.IsAfter(Typed.Tokens[to - 1]) || Typed.Tokens[to - 1].Key is "it" or "that"))
        {
            to--;
        }

        var text = Typed.Exactly(from, to);
        return text.Length == 0 ? null : text;
    }
}
