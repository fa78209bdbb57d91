namespace PimBot.Bot.Commands;

internal enum TokenKind
{
    Word,

    Quoted,

    /// <summary>Comma, semicolon, line break, end of a sentence or a dash on its own.</summary>
    Break,
}
