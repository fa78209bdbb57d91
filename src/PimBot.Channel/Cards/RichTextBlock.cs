namespace PimBot.Channel.Cards;

/// <summary>Text that no client reads as Markdown: the place for what people wrote.</summary>
public sealed record RichTextBlock : AdaptiveElement
{
    public required IReadOnlyList<TextRun> Inlines { get; init; }

    public HorizontalAlignment? HorizontalAlignment { get; init; }
}
