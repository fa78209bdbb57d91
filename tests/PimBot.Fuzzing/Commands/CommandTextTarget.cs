using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PimBot.Fuzzing.Engine;
using PimBot.Fuzzing.Mutation;
using PimBot.Fuzzing.Scenes;
using PimBot.Testing;
using static PimBot.Fuzzing.Engine.PropertyBrokenException;

namespace PimBot.Fuzzing.Commands;

/// <summary>
/// What an eligible person writes, one text after the other in one chat, so that dialogs, requests and activations come
/// and go. An input <c>~wait 30~</c> lets that many minutes pass instead.
/// </summary>
internal sealed partial class CommandTextTarget : FuzzTarget
{
    private const int Longest = 8_000;
    private const int MostAnswers = 12;

    private FuzzScene? stage;
    private int mostAnswers;

    public override string Name => "text";

    public override int InputsPerRound => 400;

    public override IReadOnlyList<string> Seeds => CommandGrammar.Seeds;

    public override IEnumerable<string> Remarks => [$"at most {mostAnswers} messages answered one text"];

    public override string Mutate(string parent, Corpus corpus, Random random) =>
        random.Next(8) switch
        {
            0 or 1 or 2 => CommandGrammar.Sentence(random),
            3 when random.Once(3) => $"~wait {random.Next(1, 90)}~",
            4 => parent,
            _ => TextMutator.Mutate(parent, CommandGrammar.Words, Longest, random),
        };

    public override async Task BeginRoundAsync() => stage = await FuzzScene.StartAsync("Dan", "Erin", "Frank");

    public override async Task<string> RunAsync(string input)
    {
        var scene = stage!.Scene;
        if (Wait().Match(input) is { Success: true } wait)
        {
            await scene.Advances(
                TimeSpan.FromMinutes(int.Parse(wait.Groups["minutes"].Value, CultureInfo.InvariantCulture))
            );
            stage.CheckChannel();
            return "waited " + stage.Log.Take();
        }

        var before = scene.Channel.Events;
        await scene.Dan.Says(input);
        stage.CheckChannel();
        var changed = scene
            .People.SelectMany(person => person.Chat.Messages)
            .Where(m => m.IsFromBot && m.ChangedAt > before)
            .ToList();
        changed.ForEach(AssertInert);
        var answers = scene.Dan.Messages.Where(message => message.ChangedAt > before).ToList();
        ThrowUnless(answers.Count > 0, "every text is answered", scene.Dan.Chat.ToString);
        ThrowUnless(answers.Count <= MostAnswers, "a text is answered by a few messages", scene.Dan.Chat.ToString);
        mostAnswers = Math.Max(mostAnswers, answers.Count);
        return string.Join(" | ", answers.Select(Kind)) + stage.Log.Take();
    }

    public override Task EndRoundAsync() => stage!.EndAsync();

    public override Task AbandonRoundAsync() => stage!.AbandonAsync();

    private static string Kind(ChatMessage message) =>
        message.Card is { } card
            ? AnswerShape.Beginning(CardText.Flatten(card, "Etc/UTC"))
            : AnswerShape.Beginning(message.Text);

    /// <summary>No link, image, mention, function or emphasis of a person's making stands where a client would read it.</summary>
    private static void AssertInert(ChatMessage message)
    {
        ThrowUnless(
            !message.Activity.ContainsKey("entities"),
            "no message mentions anybody",
            message.Activity.ToString
        );
        if (message.Card is null)
        {
            var isPlain = message.Activity["textFormat"]?.ToString() == "plain";
            ThrowUnless(isPlain || !Live().IsMatch(message.Text), "a text is inert", () => message.Text);
            return;
        }

        foreach (var (node, text) in ReadAsMarkdown(message.Card))
        {
            ThrowUnless(!Live().IsMatch(text), "a card's text is inert", () => $"{text}\nin {node}");
        }

        ThrowUnless(
            !Function().IsMatch(message.Card.ToJsonString()),
            "no function of a person's making is anywhere in a card, text runs included",
            message.Card.ToString
        );
        ThrowUnless(
            !Alive().IsMatch(message.Card.ToJsonString()),
            "a card has no image, no link and no changed direction",
            message.Card.ToString
        );
    }

    private static IEnumerable<(JsonObject Node, string Text)> ReadAsMarkdown(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject json:
                var isFact = json.ContainsKey("title") && json.ContainsKey("value") && !json.ContainsKey("type");
                foreach (var (name, value) in json)
                {
                    var isText = json["type"]?.ToString() == "TextBlock" && name == "text";
                    if (
                        (isText || (isFact && json.Parent?.Parent?["type"]?.ToString() == "FactSet"))
                        && value is JsonValue
                    )
                    {
                        yield return (json, value.ToString());
                    }

                    foreach (var inner in ReadAsMarkdown(value))
                    {
                        yield return inner;
                    }
                }

                break;
            case JsonArray array:
                foreach (var inner in array.SelectMany(ReadAsMarkdown))
                {
                    yield return inner;
                }

                break;
        }
    }

    [GeneratedRegex("\"text\":\"[^\"]*\\{\\{(DATE|TIME)\\(2020", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Function();

    [GeneratedRegex("^~wait (?<minutes>[0-9]{1,3})~$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Wait();

    /// <summary>The grammar's hostile pieces, as a client would act on them: without a backslash before the mark.</summary>
    [GeneratedRegex(
        @"(?<!\\)\]\(https?://evil|<at|<https?://evil|\{\{(DATE|TIME)\(2020|(?<!\\)\*(?<!\\\*)\*?zqx|(?<!\\)`zqx|(?<!\\)~~zqx|(?<!\\)__zqx|\$\{zqx|<script",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex Live();

    [GeneratedRegex(
        "\"type\":\"Image\"|\"backgroundImage\"|u202E|\u202E",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex Alive();
}
