using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PimBot.Testing;
using static PimBot.Fuzzing.Engine.PropertyBrokenException;

namespace PimBot.Fuzzing.Scenes;

/// <summary>The shape that an invoke's answer must have, and what it says, as part of a signature.</summary>
internal static partial class AnswerShape
{
    private static readonly string[] NeverSaid = ["Exception", "   at ", "StackTrace", "System.", "SQLite", "Npgsql"];

    /// <summary>Checks the body of an answered <c>adaptiveCard/action</c>.</summary>
    /// <returns>Its kind: status, and the beginning of what it says.</returns>
    public static string OfInvoke(BotAnswer answer)
    {
        var words = Words(answer);
        ThrowUnless(
            (answer.InvokeStatus, answer.InvokeType, answer.InvokeValue) switch
            {
                (200, "application/vnd.microsoft.card.adaptive", JsonObject) => true,
                (200, "application/vnd.microsoft.activity.message", JsonValue) => true,
                (400, "application/vnd.microsoft.error", JsonObject error) => error["message"] is JsonValue,
                _ => false,
            },
            "an invoke's answer has its shape",
            answer.ToString
        );
        ThrowUnless(!string.IsNullOrWhiteSpace(words), "an answer is in words", answer.ToString);
        ThrowUnless(
            !NeverSaid.Any(word => words.Contains(word, StringComparison.Ordinal)),
            "an answer tells nothing of the inside",
            answer.ToString
        );
        if (answer is { InvokeStatus: 200, InvokeValue: JsonObject card })
        {
            Lint(card);
        }

        return $"{answer.InvokeStatus} {Beginning(words)}";
    }

    /// <summary>Checks every card of <c>{activities:[…]}</c>.</summary>
    public static string OfExpectedReplies(BotAnswer answer)
    {
        ThrowUnless(
            answer.Json is { Count: 1 } json && json["activities"] is JsonArray,
            "expectReplies is answered by {activities:[…]}",
            answer.ToString
        );
        var activities = answer.Json!["activities"]!.AsArray().OfType<JsonObject>().ToList();
        foreach (var activity in activities)
        {
            (activity["attachments"] as JsonArray)
                ?.Select(attachment => attachment?["content"])
                .OfType<JsonObject>()
                .ToList()
                .ForEach(Lint);
        }

        return $"replies {activities.Count} {Beginning(activities.FirstOrDefault()?["text"]?.ToString() ?? "")}";
    }

    /// <summary>The first words, without what varies: numbers and quotations.</summary>
    public static string Beginning(string words)
    {
        var plain = Varying().Replace(words, "");
        return plain[..Math.Min(40, plain.Length)];
    }

    private static string Words(BotAnswer answer) =>
        answer.InvokeValue switch
        {
            JsonObject card when card["type"]?.ToString() == "AdaptiveCard" => CardText.Flatten(card, "Etc/UTC"),
            JsonObject error => error["message"]?.ToString() ?? "",
            { } sentence => sentence.ToString(),
            null => "",
        };

    private static void Lint(JsonObject card)
    {
        var problems = CardLint.Check(card);
        ThrowUnless(problems.Count == 0, "every card passes the lint", () => string.Join('\n', problems) + "\n" + card);
    }

    [GeneratedRegex("[0-9]+|“[^”]*”|[^\\x20-\\x7e]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Varying();
}
