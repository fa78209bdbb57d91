using System.Text.Json.Serialization;

namespace PimBot.Channel.Cards;

/// <summary>A button. Teams shows at most 6 actions of a card or action set.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ActionExecute), "Action.Execute")]
[JsonDerivedType(typeof(ActionOpenUrl), "Action.OpenUrl")]
[JsonDerivedType(typeof(ActionShowCard), "Action.ShowCard")]
[JsonDerivedType(typeof(ActionSubmit), "Action.Submit")]
[JsonDerivedType(typeof(ActionToggleVisibility), "Action.ToggleVisibility")]
public abstract record AdaptiveAction
{
    private protected AdaptiveAction() { }

    /// <summary>Unique in the card.</summary>
    [JsonPropertyOrder(-2)]
    public string? Id { get; init; }

    /// <summary>Plain text, shown as it is.</summary>
    [JsonPropertyOrder(-1)]
    public required string Title { get; init; }

    [JsonPropertyOrder(10)]
    public ActionStyle? Style { get; init; }

    [JsonPropertyOrder(10)]
    public ActionMode? Mode { get; init; }

    /// <summary>Shown on hover and read by screen readers where the title alone does not say what happens.</summary>
    [JsonPropertyOrder(10)]
    public string? Tooltip { get; init; }

    /// <summary>False shows the button but lets nobody press it.</summary>
    [JsonPropertyOrder(10)]
    public bool? IsEnabled { get; init; }
}
