namespace PimBot.Fuzzing.Mutation;

/// <summary>Changes a text without knowing what it means.</summary>
internal static class TextMutator
{
    /// <param name="text">Any text.</param>
    /// <param name="words">What is put in besides hostile fragments.</param>
    /// <param name="longest">No result is longer.</param>
    public static string Mutate(string text, IReadOnlyList<string> words, int longest, Random random)
    {
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            text = Once(text, words, random);
        }

        return text.Length > longest ? text[..longest] : text;
    }

    private static string Once(string text, IReadOnlyList<string> words, Random random)
    {
        var at = random.Next(text.Length + 1);
        var length = Math.Min(text.Length - at, random.Once(4) ? random.Next(40) : random.Next(4));
        return random.Next(10) switch
        {
            0 => text.Insert(at, HostileText.Fragment(random)),
            1 => text.Insert(at, random.Of(words)),
            2 => text.Remove(at, length),
            3 => text.Insert(at, text.Substring(at, length)),
            4 => text.Remove(at, length).Insert(at, HostileText.Fragment(random)),
            5 => text.Remove(at, length).Insert(at, random.Of(words)),
            6 => Swap(text, random),
            7 => text.Insert(at, string.Concat(Enumerable.Repeat(Piece(text, at, length), random.Next(2, 200)))),
            8 => random.Once(2) ? text.ToUpperInvariant() : text[..at],
            _ => text.Insert(at, HostileText.Unicode(random)),
        };
    }

    private static string Piece(string text, int at, int length) => length == 0 ? " " : text.Substring(at, length);

    /// <summary>Exchanges two words.</summary>
    private static string Swap(string text, Random random)
    {
        var parts = text.Split(' ');
        var (one, two) = (random.Next(parts.Length), random.Next(parts.Length));
        (parts[one], parts[two]) = (parts[two], parts[one]);
        return string.Join(' ', parts);
    }
}
