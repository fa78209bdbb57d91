namespace PimBot.Bot.Commands;

/// <summary>The commands that an unknown text may have meant.</summary>
internal static class CommandSuggestions
{
    private const int Most = 3;
    private const int WordsRead = 30;
    private const int FewestLetters = 3;

    /// <summary>One to <see cref="Most"/> names of commands, nearest first; "help" when none is near.</summary>
    public static IReadOnlyList<string> For(TypedText typed)
    {
        var words = typed
            .Tokens.Take(WordsRead)
            .Select(token => token.Key)
            .Where(key => key.Length >= FewestLetters)
            .ToList();
        return
        [
            .. CommandVocabulary
                .All.Select(phrase => (phrase.Command, Distance: Distance(phrase, words)))
                .Where(candidate => candidate.Distance is not null)
                .OrderBy(candidate => candidate.Distance)
                .Select(candidate => candidate.Command)
                .Append("help")
                .Distinct(StringComparer.Ordinal)
                .Take(Most),
        ];
    }

    /// <summary>The least distance between a typed word and a meaningful word of the phrase, up to a third of it.</summary>
    private static int? Distance(CommandPhrase phrase, List<string> words)
    {
        int? least = null;
        foreach (var word in phrase.Words.Where(word => word.Length > FewestLetters || phrase.Words.Count == 1))
        {
            foreach (var typed in words)
            {
                if (EditDistance.Within(typed, word, word.Length / 3) is { } distance && !(distance >= least))
                {
                    least = distance;
                }
            }
        }

        return least;
    }
}
