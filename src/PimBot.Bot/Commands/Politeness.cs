using System.Collections.Frozen;

namespace PimBot.Bot.Commands;

/// <summary>The words around a command that carry no meaning for it.</summary>
internal static class Politeness
{
    private static readonly FrozenSet<string> Leading = Set(
        "please pls plz plase kindly hi hello hey hiya howdy good morning afternoon evening dear there all team everyone"
            + " bot pimbot pim can could can't would will may might shall should you u i i'd i'm i'll we we'd let lets let's us me"
            + " need needs want wanna wants to like have having just quickly ok okay so then now also again well yes is"
            + " be it possible able show list view display see tell open look up thanks thank id im gotta must hoping"
    );

    private static readonly FrozenSet<string> Trailing = Set("please pls plz plase thanks thank thx ty cheers kindly");

    /// <summary>Part of the thanks only after them: "thank you very much", "thanks a lot in advance".</summary>
    private static readonly FrozenSet<string> AfterThanks = Set("you very much so a lot in advance");

    /// <summary>Words of wanting to have: what follows may be a role without a verb.</summary>
    private static readonly FrozenSet<string> Wanting = Set("need needs want wanna wants like have be");

    private static readonly FrozenSet<string> Greetings = Set("hi hello hey hiya howdy morning afternoon evening");

    public static bool IsLeading(Token token) =>
        token.Kind == TokenKind.Break || (token.Kind == TokenKind.Word && Leading.Contains(token.Key));

    public static bool IsWanting(Token token) => Wanting.Contains(token.Key);

    public static bool IsGreeting(Token token) => Greetings.Contains(token.Key);

    /// <summary>The text without "please", "thank you" and breaks at its end; a text of nothing else stays whole.</summary>
    public static TypedText WithoutEnd(TypedText typed)
    {
        var (tokens, count) = (typed.Tokens, typed.Tokens.Count);
        for (var at = count - 1; at >= 0; at--)
        {
            if (tokens[at].Kind == TokenKind.Break && count == at + 1 || Has(Trailing, tokens[at]))
            {
                count = at;
            }
            else if (tokens[at].Kind != TokenKind.Break && !Has(AfterThanks, tokens[at]))
            {
                break;
            }
        }

        return typed.Until(count == 0 ? tokens.Count : count);
    }

    private static bool Has(FrozenSet<string> words, Token token) =>
        token.Kind == TokenKind.Word && words.Contains(token.Key);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
