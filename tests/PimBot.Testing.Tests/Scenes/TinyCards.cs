using System.Text.Json.Nodes;

namespace PimBot.Testing.Tests;

internal static class TinyCards
{
    public static JsonObject Question(string name, int count) =>
        JsonNode
            .Parse(
                $$$"""
                {
                  "type": "AdaptiveCard", "version": "1.5", "fallbackText": "A question",
                  "body": [
                    { "type": "TextBlock", "text": "Question {{{count}}}", "style": "heading" },
                    { "type": "RichTextBlock", "inlines": [ { "type": "TextRun", "text": "How are you, {{{name}}}?" } ] },
                    { "type": "FactSet", "facts": [ { "title": "Until", "value": "{{TIME(2026-03-02T10:00:00Z)}}" } ] },
                    { "type": "Container", "items": [ { "type": "ActionSet", "actions": [
                        { "type": "Action.Execute", "title": "Later", "verb": "later", "data": { "verb": "later" } },
                        { "type": "Action.Execute", "title": "Never", "verb": "never", "data": { "verb": "never" }, "isEnabled": false }
                    ] } ] }
                  ],
                  "actions": [
                    { "type": "Action.ShowCard", "title": "Say how", "card": {
                        "type": "AdaptiveCard",
                        "body": [
                          { "type": "Input.Text", "id": "reason", "label": "Why", "isRequired": true, "maxLength": 40 },
                          { "type": "Input.ChoiceSet", "id": "mood", "label": "Mood", "value": "good",
                            "choices": [ { "title": "Good", "value": "good" }, { "title": "Bad", "value": "bad" } ] }
                        ],
                        "actions": [
                          { "type": "Action.Execute", "title": "Send", "verb": "answer", "data": { "verb": "answer", "id": "7" } }
                        ] } }
                  ]
                }
                """
            )!
            .AsObject();

    public static JsonObject Settled(string reason, string mood) =>
        new()
        {
            ["type"] = "AdaptiveCard",
            ["version"] = "1.5",
            ["fallbackText"] = "Settled",
            ["body"] = new JsonArray(
                new JsonObject
                {
                    ["type"] = "TextBlock",
                    ["text"] = "Thank you",
                    ["style"] = "heading",
                },
                new JsonObject { ["type"] = "RichTextBlock", ["inlines"] = new JsonArray($"{mood}, because {reason}") }
            ),
        };
}
