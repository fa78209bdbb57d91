using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using System.Xml;

namespace PimBot.Api.Answers;

/// <summary>Durations in days, hours, minutes and seconds (ISO 8601), as Graph takes them: months and years have no fixed length.</summary>
internal sealed partial class DurationConverter : JsonConverter<TimeSpan>
{
    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String && Parse(reader.GetString()) is { } duration
            ? duration
            : throw new JsonException("Give a duration in days, hours, minutes and seconds, such as P90D or PT1H45M.");

    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Format(value));

    public static string Format(TimeSpan value) => XmlConvert.ToString(value);

    /// <summary>Null when it is none.</summary>
    public static TimeSpan? Parse(string? text)
    {
        if (text is null || text.Length > 40 || !Form().IsMatch(text))
        {
            return null;
        }

        try
        {
            return XmlConvert.ToTimeSpan(text);
        }
        catch (Exception tooLong) when (tooLong is OverflowException or FormatException)
        {
            return null;
        }
    }

    [GeneratedRegex(
        @"^P(?=.)(\d{1,9}D)?(T(?=.)(\d{1,9}H)?(\d{1,9}M)?(\d{1,9}(\.\d{1,7})?S)?)?\z",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Form();
}
