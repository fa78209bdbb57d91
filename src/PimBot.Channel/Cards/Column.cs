using System.Text.Json.Serialization;

namespace PimBot.Channel.Cards;

/// <summary>One column of a <see cref="ColumnSet"/>.</summary>
public sealed record Column
{
    [JsonPropertyOrder(-3)]
    public string Type => "Column";

    public string? Id { get; init; }

    public required IReadOnlyList<AdaptiveElement> Items { get; init; }

    /// <summary><c>auto</c>, <c>stretch</c>, a weight such as <c>2</c>, or pixels such as <c>50px</c>.</summary>
    public string? Width { get; init; }

    public ContainerStyle? Style { get; init; }

    public VerticalAlignment? VerticalContentAlignment { get; init; }
}
