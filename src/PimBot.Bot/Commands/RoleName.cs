using System.Collections.Frozen;
using System.Text;

namespace PimBot.Bot.Commands;

/// <summary>
/// A role's name (or what was typed for it) as words for comparing: compatibility forms, case, diacritics and
/// punctuation are gone, every form of "administrator" is one word, "the" and "role" around it are left out.
/// </summary>
/// <param name="Words">At most <see cref="MostWords"/>; empty when there are only words such as "the role".</param>
/// <param name="Joined">The words without spaces, so that "help desk" is "helpdesk".</param>
internal sealed record RoleName(IReadOnlyList<string> Words, string Joined)
{
    public const int MostWords = 16;

    private const int MostCharacters = 200;

    private static readonly FrozenSet<string> Before = FrozenSet.Create(
        StringComparer.Ordinal,
        ["the", "a", "an", "my", "our", "as", "role", "of", "for", "to", "named", "called"]
    );
    private static readonly FrozenSet<string> After = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            "role",
            "access",
            "rights",
            "right",
            "permission",
            "permissions",
            "privileges",
            "now",
            "again",
            "early",
            "activation",
        ]
    );

    public static bool IsBefore(Token token) => token.Kind == TokenKind.Word && Before.Contains(token.Key);

    public static bool IsAfter(Token token) => token.Kind == TokenKind.Word && After.Contains(token.Key);

    /// <summary>Null when the text holds no word, is too long, or hides characters (see <see cref="Scripts"/>).</summary>
    public static RoleName? Of(string text)
    {
        var trimmed = Scripts.TrimInvisible(text);
        if (trimmed.Length is 0 or > MostCharacters || Scripts.HidesCharacters(trimmed))
        {
            return null;
        }

        var compatible = CleanText.WellFormed(trimmed).Normalize(NormalizationForm.FormKC);
        var all = Split(CleanText.Fold(compatible));
        var words = WithoutEdges(all);
        return all.Count is 0 or > MostWords
            ? null
            : new RoleName(words, string.Concat(words.Count == 0 ? all : words));
    }

    private static List<string> Split(string folded)
    {
        var words = new List<string>();
        var start = 0;
        for (var at = 0; at <= folded.Length; at++)
        {
            if (at < folded.Length && (char.IsLetterOrDigit(folded[at]) || char.IsSurrogate(folded[at])))
            {
                continue;
            }

            if (at > start)
            {
                words.Add(Canonical(folded[start..at]));
            }

            if (at < folded.Length && folded[at] == '&')
            {
                words.Add("and");
            }

            start = at + 1;
        }

        return words;
    }

    private static string Canonical(string word) =>
        word is "admin" or "admins" or "adm" or "administrators" or "administator" ? "administrator" : word;

    private static List<string> WithoutEdges(List<string> words)
    {
        var (from, to) = (0, words.Count);
        while (from < to && Before.Contains(words[from]))
        {
            from++;
        }

        while (to > from && After.Contains(words[to - 1]))
        {
            to--;
        }

        return words[from..to];
    }
}
