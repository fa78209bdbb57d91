using System.Text.Json;
using System.Text.Json.Serialization;

namespace PimBot.Channel.Cards;

internal sealed class CardTextConverter : JsonConverter<CardText>
{
    /// <summary>Cards are written only: text from outside is never a card text.</summary>
    public override CardText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Card texts are written, not read.");

    public override void Write(Utf8JsonWriter writer, CardText value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
