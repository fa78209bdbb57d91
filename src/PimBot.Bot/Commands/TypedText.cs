namespace PimBot.Bot.Commands;

/// <summary>What somebody typed, cut into words, with the way back to the exact characters.</summary>
internal sealed class TypedText
{
    /// <summary>UTF-16 characters. What is longer is not read as a command.</summary>
    public const int MaximumLength = 4_000;

    private readonly string _text;

    private TypedText(string text, IReadOnlyList<Token> tokens)
    {
        _text = text;
        Tokens = tokens;
    }

    public IReadOnlyList<Token> Tokens { get; }

    /// <summary>Reads at most <see cref="MaximumLength"/> characters of any string, in time linear in its length.</summary>
    public static TypedText Of(string text)
    {
        var clean = CleanText.WellFormed(text.Length > MaximumLength ? text[..MaximumLength] : text);
        return new TypedText(clean, Tokenizer.Cut(clean));
    }

    /// <summary>The same text without the tokens from <paramref name="count"/> on.</summary>
    public TypedText Until(int count) => count == Tokens.Count ? this : new TypedText(_text, [.. Tokens.Take(count)]);

    public bool IsBreak(int at) => at >= Tokens.Count || Tokens[at].Kind == TokenKind.Break;

    /// <summary>The index of the next break at or after <paramref name="at"/>, or the number of tokens.</summary>
    public int NextBreak(int at)
    {
        while (!IsBreak(at))
        {
            at++;
        }

        return at;
    }

    /// <summary>The exact characters of the tokens from..to, without quotes or punctuation around them.</summary>
    public string Exactly(int from, int to) => from >= to ? "" : _text[Tokens[from].Start..Tokens[to - 1].End];

    /// <summary>The tokens from..to as prose to keep and show; null when there is nothing in it.</summary>
    public string? Prose(int from, int to)
    {
        if (from >= to)
        {
            return null;
        }

        var prose =
            to - from == 1
                ? CleanText.Prose(_text.AsSpan(Tokens[from].Start..Tokens[from].OuterEnd).TrimEnd("\"”“»’'"))
                : CleanText.Prose(_text.AsSpan(Tokens[from].OuterStart..Tokens[to - 1].OuterEnd));
        return prose.Length == 0 ? null : prose;
    }

    /// <summary>All of it, cleaned, for saying back.</summary>
    public string All() => CleanText.Prose(_text);
}
