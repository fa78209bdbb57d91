using System.Text.Json.Serialization;

namespace PimBot.Channel.Cards;

/// <summary>Something to be filled in. Its value comes back in the action's data under its id; nothing about it can be trusted.</summary>
public abstract record InputElement : AdaptiveElement
{
    private protected InputElement() { }

    /// <summary>Plain text above the input, read by screen readers. Every input has one.</summary>
    [JsonPropertyOrder(-1)]
    public required string Label { get; init; }

    /// <summary>The client sends nothing while this is empty, and shows <see cref="ErrorMessage"/>.</summary>
    [JsonPropertyOrder(5)]
    public bool? IsRequired { get; init; }

    /// <summary>Plain text: what is wrong and how to put it right.</summary>
    [JsonPropertyOrder(5)]
    public string? ErrorMessage { get; init; }
}
