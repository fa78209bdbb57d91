using System.Text.Json.Serialization;

namespace PimBot.Channel.Cards;

/// <summary>Input.Time. Comes back as <c>HH:mm</c>.</summary>
public sealed record InputTime : InputElement
{
    [JsonConverter(typeof(HourMinuteConverter))]
    public TimeOnly? Value { get; init; }

    [JsonConverter(typeof(HourMinuteConverter))]
    public TimeOnly? Min { get; init; }

    [JsonConverter(typeof(HourMinuteConverter))]
    public TimeOnly? Max { get; init; }

    public string? Placeholder { get; init; }
}
