using System.Text.Json.Serialization;

namespace PimBot.Channel.Cards;

/// <summary>Anything that can stand in a card's body.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ActionSet), "ActionSet")]
[JsonDerivedType(typeof(ColumnSet), "ColumnSet")]
[JsonDerivedType(typeof(Container), "Container")]
[JsonDerivedType(typeof(FactSet), "FactSet")]
[JsonDerivedType(typeof(InputChoiceSet), "Input.ChoiceSet")]
[JsonDerivedType(typeof(InputDate), "Input.Date")]
[JsonDerivedType(typeof(InputNumber), "Input.Number")]
[JsonDerivedType(typeof(InputText), "Input.Text")]
[JsonDerivedType(typeof(InputTime), "Input.Time")]
[JsonDerivedType(typeof(InputToggle), "Input.Toggle")]
[JsonDerivedType(typeof(RichTextBlock), "RichTextBlock")]
[JsonDerivedType(typeof(TextBlock), "TextBlock")]
public abstract record AdaptiveElement
{
    private protected AdaptiveElement() { }

    /// <summary>Unique in the card; needed where something refers to the element.</summary>
    [JsonPropertyOrder(-2)]
    public string? Id { get; init; }

    [JsonPropertyOrder(10)]
    public Spacing? Spacing { get; init; }

    /// <summary>Draws a line above the element.</summary>
    [JsonPropertyOrder(10)]
    public bool? Separator { get; init; }

    /// <summary>False hides the element until an <see cref="ActionToggleVisibility"/> shows it.</summary>
    [JsonPropertyOrder(10)]
    public bool? IsVisible { get; init; }
}
