namespace PimBot.Bot.Commands;

/// <summary>A place in a list of <see cref="DurationLexeme"/>s, moved on by what is taken.</summary>
internal sealed class DurationCursor(IReadOnlyList<DurationLexeme> lexemes)
{
    public IReadOnlyList<DurationLexeme> Lexemes => lexemes;

    /// <summary>The index of the next lexeme; may be set back to try another reading.</summary>
    public int At { get; set; }

    public bool IsAtEnd => At >= lexemes.Count;

    public DurationLexeme Last => lexemes[At - 1];

    /// <summary>Takes a number, also one of two words ("twenty five").</summary>
    public decimal? Number()
    {
        if (IsAtEnd || lexemes[At].Number is not { } number)
        {
            return null;
        }

        At++;
        if (!IsAtEnd && lexemes[At].Number is { } ones && DurationLexer.IsCompound(number, ones, lexemes[At]))
        {
            At++;
            return number + ones;
        }

        return number;
    }

    public DurationUnit? Unit()
    {
        if (IsAtEnd || DurationUnit.Of(lexemes[At].Text) is not { } unit)
        {
            return null;
        }

        At++;
        return unit;
    }

    public bool Peek(string word, int ahead = 0) => At + ahead < lexemes.Count && lexemes[At + ahead].Text == word;

    public bool Take(string word)
    {
        if (!Peek(word))
        {
            return false;
        }

        At++;
        return true;
    }
}
