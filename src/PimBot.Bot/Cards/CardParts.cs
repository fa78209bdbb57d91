using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PimBot.Channel.Cards;

namespace PimBot.Bot.Cards;

/// <summary>The few pieces that all our cards are made of, so that they look and read alike.</summary>
internal static partial class CardParts
{
    public static AdaptiveCard Card(
        CardText fallback,
        IReadOnlyList<AdaptiveElement> body,
        IReadOnlyList<AdaptiveAction>? actions = null
    ) =>
        new()
        {
            FallbackText = fallback,
            Body = body,
            Actions = actions is { Count: > 0 } ? actions : null,
            Lang = "en",
        };

    /// <summary>The card's one heading, which screen readers find.</summary>
    public static TextBlock Heading(CardText text) =>
        new()
        {
            Text = text,
            Size = TextSize.Large,
            Weight = TextWeight.Bolder,
            Style = TextBlockStyle.Heading,
        };

    public static TextBlock Line(CardText text) => new() { Text = text, Spacing = Spacing.Small };

    /// <summary>A line that matters most.</summary>
    public static TextBlock Bold(CardText text) => Line(text) with { Weight = TextWeight.Bolder };

    public static TextBlock Subtle(CardText text) =>
        new()
        {
            Text = text,
            IsSubtle = true,
            Spacing = Spacing.Small,
        };

    /// <summary>The first line of one of several things on a card, with a line above it.</summary>
    public static TextBlock RowHeading(CardText text) =>
        new()
        {
            Text = text,
            Weight = TextWeight.Bolder,
            Spacing = Spacing.Medium,
            Separator = true,
        };

    public static TextBlock RowLine(CardText text) => Subtle(text) with { Spacing = Spacing.None };

    /// <summary>Says that a list goes on; null when it doesn't.</summary>
    public static TextBlock? More(int all, int shown, string whereTheRestIs) =>
        all <= shown
            ? null
            : new TextBlock
            {
                Text = CardText.Of($"And {all - shown} more: {whereTheRestIs}"),
                IsSubtle = true,
                Spacing = Spacing.Medium,
                Separator = true,
            };

    /// <summary>The state in one line, on a band whose colour repeats what the words say.</summary>
    public static Container Band(ContainerStyle style, CardText text, CardText? below = null)
    {
        var items = new List<AdaptiveElement>
        {
            new TextBlock { Text = text, Weight = TextWeight.Bolder },
        };
        if (below is { } more)
        {
            items.Add(new TextBlock { Text = more, Spacing = Spacing.None });
        }

        return new Container { Style = style, Items = items };
    }

    /// <summary>A person's own words, or names, under a title: shown letter for letter.</summary>
    public static RichTextBlock Words(string name, string words) =>
        new()
        {
            Spacing = Spacing.Small,
            Inlines =
            [
                .. Runs($"{name}: ", part => new TextRun { Text = part, Weight = TextWeight.Bolder }),
                .. Runs(SafeText.Clean(words, 1000), part => new TextRun { Text = part }),
            ],
        };

    /// <summary>
    /// Runs that together say the text. The official renderer formats <c>{{DATE(…)}}</c> in text runs too, so no run
    /// holds both braces.
    /// </summary>
    public static IEnumerable<TextRun> Runs(string text, Func<string, TextRun> make) =>
        BetweenBraces().Split(text).Select(make);

    /// <summary>What somebody typed into a field, to stand there again after a problem; a client may have sent anything.</summary>
    public static string? Typed(string? text, int longest) => text is null ? null : SafeText.Clean(text, longest);

    public static ActionExecute Button(
        string title,
        string verb,
        JsonObject? data = null,
        ActionStyle? style = null,
        string? tooltip = null
    ) =>
        new()
        {
            Title = title,
            Verb = verb,
            Data = data,
            Style = style,
            Tooltip = tooltip,
        };

    /// <summary>A button that says a command.</summary>
    public static ActionExecute Command(string title, string text) =>
        new()
        {
            Title = title,
            Verb = Verbs.Say,
            Data = new JsonObject { ["text"] = text },
            AssociatedInputs = AssociatedInputs.None,
        };

    [GeneratedRegex(@"(?<=\{)(?=\{)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BetweenBraces();
}
