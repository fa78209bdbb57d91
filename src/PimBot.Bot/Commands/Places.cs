using System.Collections.Frozen;

namespace PimBot.Bot.Commands;

/// <summary>Finds the words that lead to a place: "at payments", "in Contoso Sandbox".</summary>
internal static class Places
{
    private static readonly FrozenSet<string> Openers = Set("of on in at");
    private static readonly FrozenSet<string> Purpose = Set("to for so");

    // "in order to", "on call", "at once" lead to no place.
    private static readonly FrozenSet<string> NoPlace = Set(
        "a an advance addition behalf call case charge duty general hand hold least light most my once order our "
            + "preparation progress request response short standby support this time top work"
    );

    public static bool IsOpener(string word) => Openers.Contains(word);

    /// <summary>Whether the words from <paramref name="at"/> on name a place, known or not.</summary>
    public static bool Begin(TypedText typed, int at) =>
        !typed.IsBreak(at)
        && typed.Tokens[at].Kind is TokenKind.Word
        && !typed.Tokens[at].IsLabel
        && IsOpener(typed.Tokens[at].Key)
        && !typed.IsBreak(at + 1)
        && !NoPlace.Contains(typed.Tokens[at + 1].Key);

    /// <summary>Whether a word ends the name of a place, because a purpose follows.</summary>
    public static bool End(Token token) =>
        token.Kind is TokenKind.Quoted || (token.Kind is TokenKind.Word && Purpose.Contains(token.Key));

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
