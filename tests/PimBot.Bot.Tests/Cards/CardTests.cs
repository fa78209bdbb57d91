using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PimBot.Bot.Cards;
using PimBot.Channel.Cards;
using PimBot.Testing;

namespace PimBot.Bot.Tests.Cards;

/// <summary>Every card that PimBot can send, in every state: as it was looked at, within the platform's rules, inert.</summary>
public sealed partial class CardTests
{
    public static TheoryData<string> Every => [.. CardSample.All.Select(s => s.Name)];

    public static TheoryData<string> Fullest => [.. CardSample.All.Where(s => s.IsFullest).Select(s => s.Name)];

    [Theory]
    [MemberData(nameof(Every))]
    public void A_card_is_the_one_that_was_looked_at(string name) => Golden.Matches(name, Make(name, Cast.Ordinary));

    [Theory]
    [MemberData(nameof(Fullest))]
    public void A_card_full_of_hostile_text_is_the_one_that_was_looked_at(string name) =>
        Golden.Matches(name + ".hostile", Make(name, Cast.Hostile));

    [Theory]
    [MemberData(nameof(Every))]
    public void A_card_keeps_to_the_rules_of_the_platform(string name)
    {
        Assert.Empty(CardLint.Check(Make(name, Cast.Ordinary)));
        Assert.Empty(CardLint.Check(Make(name, Cast.Hostile)));
    }

    [Theory]
    [MemberData(nameof(Every))]
    public void Hostile_text_on_a_card_is_only_text(string name)
    {
        foreach (var (place, text, isMarkdown) in Texts(Make(name, Cast.Hostile), "card"))
        {
            // A field of several lines is the one place for line breaks.
            var line = place.EndsWith(".value", StringComparison.Ordinal)
                ? text.Replace("\n", "", StringComparison.Ordinal)
                : text;
            Assert.False(Invisible().IsMatch(line), $"{place} has an invisible character: {text}");
            if (isMarkdown)
            {
                Assert.False(Unescaped().IsMatch(WithoutOurs(text)), $"{place} would be read as Markdown: {text}");
            }
        }
    }

    [Fact]
    public void The_golden_files_are_those_of_the_samples_and_no_others()
    {
        var expected = CardSample
            .All.Select(s => s.Name)
            .Concat(CardSample.All.Where(s => s.IsFullest).Select(s => s.Name + ".hostile"))
            .Order(StringComparer.Ordinal);
        var folder = Path.Combine(RepositoryRoot.Path, "tests/PimBot.Bot.Tests/Cards/Golden");
        var found = Directory.GetFiles(folder, "*.json").Select(Path.GetFileNameWithoutExtension);

        Assert.Equal(expected, found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_class_that_makes_a_card_has_samples_and_a_hostile_one()
    {
        var makers = typeof(RequestCard)
            .Assembly.GetTypes()
            .Where(t => t.Namespace == typeof(RequestCard).Namespace && MakesCards(t) && !Makers.Contains(t));

        Assert.Equal(
            makers.OrderBy(t => t.Name, StringComparer.Ordinal),
            CardSample.All.Where(s => s.IsFullest).Select(s => s.Card).OrderBy(t => t.Name, StringComparer.Ordinal)
        );
    }

    // What others make their cards with, and change them by.
    private static readonly Type[] Makers = [typeof(CardParts), typeof(CardRefreshing), typeof(ReviewerCard)];

    private static bool MakesCards(Type type) =>
        type is { IsAbstract: true, IsSealed: true }
        && type.GetMethods(BindingFlags.Public | BindingFlags.Static).Any(m => m.ReturnType == typeof(AdaptiveCard));

    private static JsonNode Make(string name, Cast cast) =>
        CardSample.All.Single(s => s.Name == name).Make(cast).ToJson();

    private static string WithoutOurs(string text) =>
        Escaped()
            .Replace(text, "")
            .Replace("**guest**", "", StringComparison.Ordinal)
            .Replace("**personal account**", "", StringComparison.Ordinal);

    private static IEnumerable<(string Place, string Text, bool IsMarkdown)> Texts(JsonNode? node, string place) =>
        node switch
        {
            JsonObject parts => parts.SelectMany(p =>
                p.Value is JsonValue value && value.TryGetValue<string>(out var text)
                    ? [($"{place}.{p.Key}", text, ReadsMarkdown(parts, p.Key, place))]
                    : Texts(p.Value, $"{place}.{p.Key}")
            ),
            JsonArray items => items.SelectMany((item, i) => Texts(item, $"{place}[{i}]")),
            _ => [],
        };

    private static bool ReadsMarkdown(JsonObject parent, string member, string place) =>
        member == "fallbackText"
        || place.Contains(".facts[", StringComparison.Ordinal)
        || (member == "text" && parent["type"]?.GetValue<string>() == "TextBlock");

    [GeneratedRegex(@"\\[\p{P}\p{S}]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Escaped();

    [GeneratedRegex(@"[*_\[\]{}<`~|\\]|&\w+;|^\s*(#|>|-|\+|\d+[.)])\s", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Unescaped();

    [GeneratedRegex(@"\p{Cc}|\p{Cf}|[\uD800-\uDBFF](?![\uDC00-\uDFFF])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Invisible();
}
