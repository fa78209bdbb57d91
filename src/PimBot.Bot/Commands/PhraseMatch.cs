namespace PimBot.Bot.Commands;

/// <summary>A phrase found in a text, and the index of the token after it.</summary>
internal sealed record PhraseMatch(CommandPhrase Phrase, int Next, bool IsWhole)
{
    private const int MostWordsAfterTypo = 3;

    /// <summary>
    /// The longest phrase that is written out at the first place where one is: polite words may stand before it, and
    /// some phrases begin with such words themselves.
    /// </summary>
    public static PhraseMatch? Exact(TypedText typed, int first)
    {
        for (var at = 0; at <= first && at < typed.Tokens.Count; at++)
        {
            var found = CommandVocabulary
                .All.Where(phrase => StandsAt(phrase, typed, at) && Allows(phrase, typed, at + phrase.Words.Count))
                .MaxBy(phrase => phrase.Words.Count);
            if (found is not null)
            {
                var next = at + found.Words.Count;
                return new(found, next, next == typed.Tokens.Count);
            }
        }

        return null;
    }

    /// <summary>
    /// The phrase with the fewest typos at the first word with meaning. None when two commands are equally near, or
    /// when much follows a command that reads nothing.
    /// </summary>
    public static PhraseMatch? WithTypos(TypedText typed, int first)
    {
        var near = CommandVocabulary
            .All.Select(phrase => (Phrase: phrase, Typos: Typos(phrase, typed, first)))
            .Where(candidate =>
                candidate.Typos is not null && Allows(candidate.Phrase, typed, first + candidate.Phrase.Words.Count)
            )
            .OrderBy(candidate => candidate.Typos)
            .ThenByDescending(candidate => candidate.Phrase.Words.Count)
            .ToList();
        if (near.Count == 0)
        {
            return null;
        }

        var best = near[0];
        var isDisputed = near.Exists(other =>
            other.Typos == best.Typos
            && other.Phrase.Words.Count == best.Phrase.Words.Count
            && other.Phrase.Command != best.Phrase.Command
        );
        var next = first + best.Phrase.Words.Count;
        var follows = typed.Tokens.Count - next;
        return isDisputed || (best.Phrase.Tail == PhraseTail.Ignored && follows > MostWordsAfterTypo)
            ? null
            : new(best.Phrase, next, follows == 0);
    }

    public Command Read(TypedText typed, TextContext context) => Phrase.Read(new CommandTail(typed, Next, context));

    /// <summary>Whether the phrase is the command's own name, rather than another way to say it.</summary>
    public bool IsCommandName => Phrase.Words is [var word] && word == Phrase.Command;

    /// <summary>Whether nothing but words such as "it", "my" and "now" follows.</summary>
    public bool IsAlone(TypedText typed) => typed.Tokens.Skip(Next).All(IsIdle);

    private static bool StandsAt(CommandPhrase phrase, TypedText typed, int at)
    {
        var words = phrase.Words;
        if (at + words.Count > typed.Tokens.Count)
        {
            return false;
        }

        for (var i = 0; i < words.Count; i++)
        {
            if (!typed.Tokens[at + i].Is(words[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Allows(CommandPhrase phrase, TypedText typed, int next) =>
        phrase.Tail != PhraseTail.Nothing || typed.Tokens.Skip(next).All(IsIdle);

    private static bool IsIdle(Token token) =>
        token.Kind == TokenKind.Break
        || token.Key
            is "it"
                or "this"
                or "that"
                or "my"
                or "the"
                or "last"
                or "pending"
                or "request"
                or "requests"
                or "activation"
                or "dialog"
                or "all"
                or "now"
                or "everything";

    /// <summary>The typos in all words together; null when a word has too many, or begins with another letter.</summary>
    private static int? Typos(CommandPhrase phrase, TypedText typed, int at)
    {
        var words = phrase.Words;
        if (at + words.Count > typed.Tokens.Count)
        {
            return null;
        }

        var sum = 0;
        for (var i = 0; i < words.Count; i++)
        {
            var (key, word) = (typed.Tokens[at + i].Key, words[i]);
            if (
                !BeginsAlike(key, word)
                || EditDistance.Within(key, word, EditDistance.Allowed(Math.Min(key.Length, word.Length)))
                    is not { } typos
            )
            {
                return null;
            }

            sum += typos;
        }

        return sum;
    }

    private static bool BeginsAlike(string key, string word) =>
        key.Length > 0
        && (key[0] == word[0] || (key.Length > 1 && word.Length > 1 && key[0] == word[1] && key[1] == word[0]));
}
