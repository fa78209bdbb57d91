using System.Text.Json.Nodes;
using Xunit;

namespace PimBot.Testing.Tests;

public sealed class CardLintTests
{
    private static readonly JsonObject Good = TinyCards.Question("Alice", 1);

    [Fact]
    public void A_good_card_has_no_faults() => Assert.Empty(CardLint.Check(Good));

    [Fact]
    public void Anything_but_a_card_is_refused() =>
        Assert.Equal(["card: the root's type is not AdaptiveCard"], CardLint.Check(new JsonArray()));

    [Theory]
    [InlineData("version", "1.6", "card.version: missing, or above 1.5")]
    [InlineData("fallbackText", " ", "card.fallbackText: missing")]
    [InlineData("minheight", "20px", "card: AdaptiveCard has no member 'minheight'")]
    public void A_fault_of_the_card_itself_is_found(string member, string value, string fault) =>
        AssertFault(card => card[member] = value, fault);

    [Theory]
    [InlineData("""{ "type": "Blink", "text": "x" }""", "card.body[4]: type \"Blink\" where Element is expected")]
    [InlineData(
        """{ "type": "Action.Execute", "title": "x", "verb": "v", "data": { "verb": "v" } }""",
        "where Element is expected"
    )]
    [InlineData("""{ "text": "x" }""", "card.body[4]: an object without a type where Element is expected")]
    [InlineData("""{ "type": "TextBlock" }""", "card.body[4]: TextBlock needs 'text'")]
    [InlineData("""{ "type": "TextBlock", "text": 7 }""", "card.body[4].text: a Number where string is expected")]
    [InlineData(
        """{ "type": "TextBlock", "text": "x", "wrap": "yes" }""",
        "card.body[4].wrap: \"yes\" where bool is expected"
    )]
    [InlineData(
        """{ "type": "TextBlock", "text": "x", "color": "red" }""",
        "card.body[4].color: \"red\" where Colors is expected"
    )]
    [InlineData(
        """{ "type": "TextBlock", "text": "x", "color": null }""",
        "card.body[4].color: null (leave the member out)"
    )]
    [InlineData(
        """{ "type": "TextBlock", "text": "x", "maxlines": 2 }""",
        "card.body[4]: TextBlock has no member 'maxlines'"
    )]
    [InlineData(
        """{ "type": "FactSet", "facts": [ { "title": "x" } ] }""",
        "card.body[4].facts[0]: Fact needs 'value'"
    )]
    [InlineData(
        """{ "type": "ColumnSet", "columns": [ { "items": [ 1 ] } ] }""",
        "card.body[4].columns[0].items[0]: a Number where Element is expected"
    )]
    [InlineData("""{ "type": "Input.Text", "label": "x" }""", "card.body[4]: Input.Text needs 'id'")]
    [InlineData("""{ "type": "Input.Text", "id": "x" }""", "card.body[4]: the input has no label")]
    [InlineData("""{ "type": "Input.Text", "id": "mood", "label": "x" }""", "card: the id 'mood' occurs 2 times")]
    [InlineData("""{ "type": "TextBlock", "text": "Hello ${name}" }""", "an unresolved template in 'Hello ${name}'")]
    [InlineData("""{ "type": "TextBlock", "text": "{{user}}" }""", "card.body[4].text: '{{' that is no DATE or TIME")]
    [InlineData(
        """{ "type": "Image", "url": "{{DATE(2026-03-02T10:00:00Z)}}" }""",
        "card.body[4].url: '{{' that is no DATE or TIME"
    )]
    [InlineData(
        """{ "type": "TextBlock", "text": "[click](https://example.org)" }""",
        "card.body[4].text: a Markdown link or image"
    )]
    [InlineData(
        """{ "type": "FactSet", "facts": [ { "title": "x", "value": "![i](https://example.org)" } ] }""",
        "card.body[4].facts[0].value: a Markdown link or image"
    )]
    public void A_fault_of_an_element_is_found(string element, string fault) =>
        AssertFault(card => card["body"]!.AsArray().Add(JsonNode.Parse(element)), fault);

    [Theory]
    [InlineData(
        """{ "type": "Action.Execute", "title": "x", "data": { "verb": "v" } }""",
        "card.actions[1]: Action.Execute has no verb"
    )]
    [InlineData(
        """{ "type": "Action.Execute", "title": "x", "verb": "v" }""",
        "card.actions[1]: the verb is not copied in data.verb"
    )]
    [InlineData(
        """{ "type": "Action.Execute", "title": "x", "verb": "v", "data": { "verb": "w" } }""",
        "card.actions[1]: the verb is not copied"
    )]
    [InlineData("""{ "type": "Action.Submit", "title": " " }""", "card.actions[1]: the action has no title")]
    [InlineData("""{ "type": "Action.OpenUrl", "title": "x" }""", "card.actions[1]: Action.OpenUrl needs 'url'")]
    [InlineData(
        """{ "type": "TextBlock", "text": "x" }""",
        "card.actions[1]: type \"TextBlock\" where Action is expected"
    )]
    public void A_fault_of_an_action_is_found(string action, string fault) =>
        AssertFault(card => card["actions"]!.AsArray().Add(JsonNode.Parse(action)), fault);

    [Fact]
    public void A_card_without_a_heading_is_found() =>
        AssertFault(
            card => card["body"]![0]!.AsObject().Remove("style"),
            "card: its first TextBlock has not the style heading"
        );

    [Fact]
    public void A_seventh_shown_action_is_found()
    {
        var more = Enumerable.Range(0, 6).Select(i => $$"""{ "type": "Action.Submit", "title": "{{i}}" }""").ToList();
        AssertFault(
            card => more.ForEach(action => card["actions"]!.AsArray().Add(JsonNode.Parse(action))),
            "card.actions: 7 actions are shown, 6 fit"
        );
    }

    [Fact]
    public void A_card_above_the_limit_is_found() =>
        AssertFault(
            card => card["body"]![1]!["inlines"]![0]!["text"] = new string('x', 41_000),
            "card: larger than 81920 bytes as UTF-16"
        );

    [Theory]
    [InlineData(
        """{ "type": "RichTextBlock", "inlines": [ { "type": "TextRun", "text": "${x} {{DATE()}} [a](b)" } ] }"""
    )]
    [InlineData("""{ "type": "Input.Text", "id": "x", "label": "x", "value": "${x} {{DATE()}} [a](b)" }""")]
    [InlineData(
        """{ "type": "Input.ChoiceSet", "id": "x", "label": "x", "choices": [ { "title": "{{x}}", "value": "${x}" } ] }"""
    )]
    [InlineData("""{ "type": "TextBlock", "text": "{{DATE(2026-03-02T10:00:00Z, SHORT)}} \\[a\\](b)" }""")]
    [InlineData("""{ "type": "Input.Toggle", "id": "x", "title": "Yes" }""")]
    public void Inert_text_and_known_functions_are_no_faults(string element)
    {
        var card = Good.DeepClone();
        card["body"]!.AsArray().Add(JsonNode.Parse(element));
        Assert.Empty(CardLint.Check(card));
    }

    private static void AssertFault(Action<JsonObject> plant, string fault)
    {
        var card = Good.DeepClone().AsObject();
        plant(card);
        Assert.Contains(CardLint.Check(card), found => found.Contains(fault, StringComparison.Ordinal));
    }
}
