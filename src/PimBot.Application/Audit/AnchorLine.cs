using System.Globalization;
using System.Text.Json;
using PimBot.Domain.Audit;

namespace PimBot.Application.Audit;

/// <summary>One anchor as one line of JSON Lines.</summary>
/// <param name="Anchor">What is said.</param>
/// <param name="Previous">The seal of the line before; null: the first.</param>
/// <param name="Seal">What <see cref="AuditAnchorSeal"/> makes of both.</param>
public sealed record AnchorLine(AuditAnchor Anchor, string? Previous, string Seal)
{
    private const string StoreField = "store";
    private const string SequenceField = "sequence";
    private const string HashField = "hash";
    private const string AtField = "at";
    private const string PreviousField = "previous";
    private const string SealField = "seal";
    private const int FieldCount = 6;

    public static AnchorLine Of(AuditAnchor anchor, string? previous, string? key) =>
        new(anchor, previous, AuditAnchorSeal.Of(anchor, previous, key));

    /// <summary>The line, without its end.</summary>
    public string Write()
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString(StoreField, Anchor.Store);
            json.WriteNumber(SequenceField, Anchor.Sequence);
            json.WriteString(HashField, Anchor.Hash);
            json.WriteString(
                AtField,
                Anchor.At.UtcDateTime.ToString(AuditLine.InstantFormat, CultureInfo.InvariantCulture)
            );
            json.WriteString(PreviousField, Previous);
            json.WriteString(SealField, Seal);
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(bytes.ToArray());
    }

    /// <summary>Null when it is none. Says nothing of the seal.</summary>
    public static AnchorLine? Read(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            var anchor = new AuditAnchor(
                root.GetProperty(StoreField).GetString()!,
                root.GetProperty(SequenceField).GetInt64(),
                root.GetProperty(HashField).GetString()!,
                DateTimeOffset.ParseExact(
                    root.GetProperty(AtField).GetString()!,
                    AuditLine.InstantFormat,
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.AssumeUniversal
                )
            );
            var (previous, seal) = (
                root.GetProperty(PreviousField).GetString(),
                root.GetProperty(SealField).GetString()
            );
            return
                root.GetPropertyCount() == FieldCount
                && anchor is { Store: not null, Hash: not null }
                && seal is not null
                ? new AnchorLine(anchor, previous, seal)
                : null;
        }
        catch (Exception failure)
            when (failure
                    is JsonException
                        or FormatException
                        or KeyNotFoundException
                        or InvalidOperationException
                        or ArgumentNullException
            )
        {
            return null;
        }
    }
}
