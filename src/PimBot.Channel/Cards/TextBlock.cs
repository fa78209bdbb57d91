namespace PimBot.Channel.Cards;

/// <summary>Text that clients read as Markdown and date functions: hence <see cref="CardText"/>.</summary>
public sealed record TextBlock : AdaptiveElement
{
    public required CardText Text { get; init; }

    public TextSize? Size { get; init; }

    public TextWeight? Weight { get; init; }

    public TextColor? Color { get; init; }

    public FontType? FontType { get; init; }

    public bool? IsSubtle { get; init; }

    /// <summary>True unless set: cut text cannot be read by anyone.</summary>
    public bool Wrap { get; init; } = true;

    public int? MaxLines { get; init; }

    public HorizontalAlignment? HorizontalAlignment { get; init; }

    public TextBlockStyle? Style { get; init; }
}
