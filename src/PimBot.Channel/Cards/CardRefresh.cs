using System.Text.Json.Serialization;

namespace PimBot.Channel.Cards;

/// <summary>
/// Has the client fetch the card's present state by itself (trigger <c>automatic</c>) when it is shown and older than a
/// minute. The verb must only show, never decide.
/// </summary>
public sealed record CardRefresh
{
    /// <summary>Platform limit.</summary>
    public const int MostUserIds = 60;

    private readonly IReadOnlyList<string> userIds = [];

    [JsonIgnore]
    public required ActionExecute Action { get; init; }

    /// <summary>Channel ids (<c>from.id</c>) of those for whom the client refreshes.</summary>
    /// <exception cref="ArgumentException">More than <see cref="MostUserIds"/>.</exception>
    public required IReadOnlyList<string> UserIds
    {
        get => userIds;
        init =>
            userIds =
                value.Count <= MostUserIds
                    ? value
                    : throw new ArgumentException($"A card refreshes for at most {MostUserIds} people.", nameof(value));
    }

    /// <summary>As its base type, so that the type is written.</summary>
    [JsonInclude, JsonPropertyName("action"), JsonPropertyOrder(-1)]
    internal AdaptiveAction SentAction => Action;
}
