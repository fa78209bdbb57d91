namespace PimBot.Bot.Commands;

/// <summary>
/// A word, a quoted text or a break in a <see cref="TypedText"/>. <paramref name="Start"/> and <paramref name="End"/>
/// leave surrounding punctuation out; the outer positions keep it.
/// </summary>
/// <param name="Key">The word without case and diacritics; empty for quotes, breaks and very long words, so that these
/// are never taken for a keyword.</param>
/// <param name="IsLabel">The word was followed by a colon, as in <c>reason:</c>.</param>
internal readonly record struct Token(
    TokenKind Kind,
    int Start,
    int End,
    int OuterStart,
    int OuterEnd,
    string Key,
    bool IsLabel
)
{
    public bool Is(string key) => Kind == TokenKind.Word && Key == key;
}
