namespace PimBot.Bot.Commands;

/// <summary>Damerau-Levenshtein distance in its restricted form: a swap of two neighbours counts one.</summary>
internal static class EditDistance
{
    /// <summary>How many typos a word may have: none below 4 letters, one below 8, two from there on.</summary>
    public static int Allowed(int length) =>
        length switch
        {
            < 4 => 0,
            < 8 => 1,
            _ => 2,
        };

    /// <summary>The distance, or null when it is more than <paramref name="limit"/>.</summary>
    public static int? Within(string a, string b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit)
        {
            return null;
        }

        var (twoBack, previous, current) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            var best = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var distance = Math.Min(Math.Min(previous[j], current[j - 1]) + 1, previous[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    distance = Math.Min(distance, twoBack[j - 2] + 1);
                }

                current[j] = distance;
                best = Math.Min(best, distance);
            }

            if (best > limit)
            {
                return null;
            }

            (twoBack, previous, current) = (previous, current, twoBack);
        }

        return previous[b.Length] <= limit ? previous[b.Length] : null;
    }
}
