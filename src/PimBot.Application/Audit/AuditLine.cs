using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using PimBot.Application.Exports;
using PimBot.Domain.Audit;

namespace PimBot.Application.Audit;

/// <summary>
/// One audit entry as one line of JSON Lines: an object with every field, null where the entry has none. Exports, feeds
/// and verification have the same form, so that what left the store can be held against it.
/// </summary>
public static class AuditLine
{
    internal const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    /// <summary>The line, without its end.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="store">Which store's chain it is of (<see cref="IAuditTrail.StoreAsync"/>); not covered by the hash.</param>
    public static string Write(AuditEntry entry, string? store)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        Write(buffer, entry, store);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <inheritdoc cref="Write(AuditEntry, string?)"/>
    /// <param name="to">Gets the line in UTF-8.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="store">Which store's chain it is of.</param>
    public static void Write(IBufferWriter<byte> to, AuditEntry entry, string? store)
    {
        using var json = new Utf8JsonWriter(to, InertJson.Options);
        var happened = entry.Event;
        json.WriteStartObject();
        json.WriteString(AuditLineField.Names[AuditLineField.Store], store);
        json.WriteNumber(AuditLineField.Names[AuditLineField.Sequence], entry.Sequence);
        Write(json, AuditLineField.At, entry.At.UtcDateTime.ToString(InstantFormat, CultureInfo.InvariantCulture));
        Write(json, AuditLineField.Action, happened.Action.ToString());
        Write(json, AuditLineField.Actor, happened.Actor?.Value);
        Write(json, AuditLineField.Subject, happened.Subject?.Value);
        Write(json, AuditLineField.Group, happened.Group?.Value);
        Write(json, AuditLineField.Role, happened.Access?.Role.Value);
        Write(json, AuditLineField.Scope, happened.Place?.Value);
        Write(json, AuditLineField.Request, happened.Request?.ToString());
        Write(json, AuditLineField.Grant, happened.Grant?.ToString());
        Write(json, AuditLineField.Reason, happened.Reason);
        Write(json, AuditLineField.Ticket, happened.Ticket);
        Write(json, AuditLineField.Detail, happened.Detail);
        Write(json, AuditLineField.Source, happened.Source);
        Write(json, AuditLineField.Correlation, happened.Correlation);
        Write(json, AuditLineField.PreviousHash, entry.PreviousHash);
        Write(json, AuditLineField.Hash, entry.Hash);
        json.WriteEndObject();
    }

    /// <summary>Reads one line strictly: every field once, of its form, and nothing else. Says nothing of the hash.</summary>
    public static AuditLineReading Read(string line) => Read(Encoding.UTF8.GetBytes(line));

    /// <inheritdoc cref="Read(string)"/>
    /// <param name="line">In UTF-8, without its end.</param>
    public static AuditLineReading Read(ReadOnlySpan<byte> line) => AuditLineReader.Read(line);

    private static void Write(Utf8JsonWriter json, int field, string? value) =>
        json.WriteString(AuditLineField.Names[field], value);
}
