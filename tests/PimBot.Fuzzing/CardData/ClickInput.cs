using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PimBot.Fuzzing.CardData;

/// <summary>One click of somebody without authority. Names in <c>~</c> stand for the ids of the round; see <see cref="CardDataTarget"/>.</summary>
internal sealed record ClickInput
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Who clicks: one of <see cref="Clickers"/>.</summary>
    public string Who { get; init; } = Clickers.Outsider;

    /// <summary>The verb beside the data; null for none.</summary>
    public string? Verb { get; init; }

    /// <summary>The data as JSON, or what a client sends in its place.</summary>
    public string Data { get; init; } = "{}";

    /// <summary>As JSON; null for none.</summary>
    public string? Trigger { get; init; }

    /// <summary>The message whose card is clicked.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>Whether it comes as a message with a value, as from an old client.</summary>
    public bool IsSubmit { get; init; }

    public bool IsInGroup { get; init; }

    public static ClickInput Read(string json) => JsonSerializer.Deserialize<ClickInput>(json)!;

    public static ClickInput Of(string verb, string data, string who = Clickers.Outsider)
    {
        var json = JsonNode.Parse(data)!.AsObject();
        json["verb"] = verb;
        return new ClickInput
        {
            Who = who,
            Verb = verb,
            Data = json.ToJsonString(),
            ReplyTo = "~card~",
        };
    }

    public string Write() => JsonSerializer.Serialize(this, Readable);
}
