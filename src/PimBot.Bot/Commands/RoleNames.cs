namespace PimBot.Bot.Commands;

/// <summary>
/// Finds the role that a text names. In this order, and the first that finds any decides: the whole name or an alias;
/// the beginnings of its words from the first on ("exch admin", "exchange"); of its words in order ("machine
/// contributor"); the same with typos. Two roles equally near are never decided between.
/// </summary>
internal static class RoleNames
{
    private const int FewestLetters = 3;
    private const int MostSuggestions = 3;

    /// <summary>Never throws for a string of any content or length.</summary>
    public static RoleMatch Match(string text, IReadOnlyList<NamedRole> roles)
    {
        if (RoleName.Of(text) is not { } typed)
        {
            return new RoleMatch.None([]);
        }

        var names = roles.Select(role => (Role: role, Names: NamesOf(role).ToList())).ToList();
        List<NamedRole> Having(Func<RoleName, bool> test) =>
            [
                .. names
                    .Where(candidate => candidate.Names.Exists(name => test(name)))
                    .Select(candidate => candidate.Role),
            ];

        var isShort = typed.Words.Count == 0 || typed.Joined.Length < FewestLetters;
        return Decide(Having(name => name.Joined == typed.Joined))
            ?? Decide(isShort ? [] : Having(name => Begins(typed, name)))
            ?? Decide(isShort ? [] : Having(name => BeginsInOrder(typed, name)))
            ?? Decide(isShort ? [] : Nearest(names, name => Typos(typed, name, leading: false)))
            ?? Decide(isShort ? [] : Nearest(names, name => Typos(typed, name, leading: true)))
            ?? new RoleMatch.None(Suggestions(typed, names));
    }

    /// <summary>Those whose whole name, or an alias, this is; nothing is guessed.</summary>
    public static IReadOnlyList<NamedRole> Named(string text, IReadOnlyList<NamedRole> roles) =>
        RoleName.Of(text) is { } typed
            ? [.. roles.Where(role => NamesOf(role).Any(name => name.Joined == typed.Joined))]
            : [];

    /// <summary>As <see cref="Named"/>, but not where it only begins the name: "Helpdesk" may be something else than Helpdesk Administrator.</summary>
    public static IReadOnlyList<NamedRole> NamedInFull(string text, IReadOnlyList<NamedRole> roles) =>
        [.. Named(text, roles).Where(role => !IsBeginning(text, role.Name))];

    /// <summary>The names and aliases of all roles, joined, for finding a whole name at the start of a longer text.</summary>
    public static HashSet<string> Whole(IReadOnlyList<NamedRole> roles) =>
        roles.SelectMany(NamesOf).Select(name => name.Joined).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<RoleName> NamesOf(NamedRole role) =>
        role.Aliases.Prepend(role.Name).Select(RoleName.Of).OfType<RoleName>();

    private static RoleMatch? Decide(List<NamedRole> found) =>
        found switch
        {
            [] => null,
            [var only] => new RoleMatch.Exact(only),
            _ => new RoleMatch.Ambiguous(found),
        };

    private static bool IsBeginning(string text, string name) =>
        (RoleName.Of(text), RoleName.Of(name)) is ({ } typed, { } whole)
        && typed.Joined.Length < whole.Joined.Length
        && whole.Joined.StartsWith(typed.Joined, StringComparison.Ordinal);

    private static bool Begins(RoleName typed, RoleName name) =>
        typed.Words.Count <= name.Words.Count
        && !typed.Words.Where((word, i) => !name.Words[i].StartsWith(word, StringComparison.Ordinal)).Any();

    private static bool BeginsInOrder(RoleName typed, RoleName name)
    {
        var matched = 0;
        foreach (var word in name.Words)
        {
            if (matched < typed.Words.Count && word.StartsWith(typed.Words[matched], StringComparison.Ordinal))
            {
                matched++;
            }
        }

        return matched == typed.Words.Count;
    }

    private static List<NamedRole> Nearest(
        List<(NamedRole Role, List<RoleName> Names)> names,
        Func<RoleName, int?> distance
    )
    {
        var near = names
            .Select(candidate => (candidate.Role, Distance: candidate.Names.Min(distance)))
            .Where(candidate => candidate.Distance is not null)
            .ToList();
        var least = near.Min(candidate => candidate.Distance);
        return [.. near.Where(candidate => candidate.Distance == least).Select(candidate => candidate.Role)];
    }

    /// <summary>The typos in all words together; null when a word has more than it may.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="name">The name it may mean.</param>
    /// <param name="leading">Compare with the first words of a longer name.</param>
    private static int? Typos(RoleName typed, RoleName name, bool leading)
    {
        if (leading ? typed.Words.Count >= name.Words.Count : typed.Words.Count != name.Words.Count)
        {
            return null;
        }

        var sum = 0;
        for (var i = 0; i < typed.Words.Count; i++)
        {
            var word = typed.Words[i];
            if (EditDistance.Within(word, name.Words[i], EditDistance.Allowed(word.Length)) is not { } distance)
            {
                return null;
            }

            sum += distance;
        }

        return sum;
    }

    /// <summary>Names of which a word was nearly typed, or which differ by less than half of their letters.</summary>
    private static List<NamedRole> Suggestions(RoleName typed, List<(NamedRole Role, List<RoleName> Names)> names) =>
        [
            .. names
                .Select(candidate =>
                    (candidate.Role, Likeness: candidate.Names.Select(n => Likeness(typed, n)).DefaultIfEmpty().Max())
                )
                .Where(candidate => candidate.Likeness > 0)
                .OrderByDescending(candidate => candidate.Likeness)
                .Take(MostSuggestions)
                .Select(candidate => candidate.Role),
        ];

    private static double Likeness(RoleName typed, RoleName name)
    {
        var shared = name.Words.Count(word =>
            word != "administrator"
            && word.Length >= FewestLetters
            && typed.Words.Any(other => EditDistance.Within(other, word, EditDistance.Allowed(word.Length)) is not null)
        );
        var limit = name.Joined.Length / 2;
        var near = EditDistance.Within(typed.Joined, name.Joined, limit) is { } distance
            ? 1 - ((double)distance / name.Joined.Length)
            : 0;
        return shared + near;
    }
}
