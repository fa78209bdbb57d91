using System.Globalization;
using System.Numerics;
using System.Text.Json;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Audit;

namespace PimBot.Application.Audit;

/// <summary>Reads the fields of one line, then the entry that they make.</summary>
internal ref struct AuditLineReader
{
    private const int HashLength = 64;

    private readonly string?[] values = new string?[AuditLineField.Count];
    private int seen;
    private string? fault;

    private AuditLineReader(ReadOnlySpan<byte> line)
    {
        try
        {
            Take(line);
        }
        // The latter: text that is no valid UTF-8.
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            fault = "is no JSON object";
        }

        if (fault is null && seen != (1 << AuditLineField.Count) - 1)
        {
            var missing = BitOperations.TrailingZeroCount(~seen);
            fault = $"lacks “{AuditLineField.Names[missing]}”";
        }
    }

    public static AuditLineReading Read(ReadOnlySpan<byte> line)
    {
        var reader = new AuditLineReader(line);
        var entry = reader.fault is null ? reader.Entry() : null;
        return new AuditLineReading(
            entry,
            reader.values[AuditLineField.Store],
            entry is null ? reader.fault : null,
            long.TryParse(reader.values[AuditLineField.Sequence], CultureInfo.InvariantCulture, out var number)
                ? number
                : null
        );
    }

    private readonly bool IsMissing(int field) => (seen & (1 << field)) == 0;

    private void Take(ReadOnlySpan<byte> line)
    {
        var json = new Utf8JsonReader(line);
        if (!json.Read() || json.TokenType is not JsonTokenType.StartObject)
        {
            throw new JsonException();
        }

        for (var expected = 0; json.Read() && json.TokenType is not JsonTokenType.EndObject; expected++)
        {
            var field = FieldOf(ref json, expected);
            json.Read();
            if (field < 0 || !IsMissing(field) || !TakeValue(ref json, field))
            {
                fault ??= field < 0 ? "has a field that no entry has" : $"has “{AuditLineField.Names[field]}” wrongly";
                json.Skip();
                continue;
            }

            seen |= 1 << field;
        }

        // Nothing but white space may follow.
        while (json.Read()) { }
    }

    private static int FieldOf(ref Utf8JsonReader json, int expected)
    {
        if (expected < AuditLineField.Count && json.ValueTextEquals(AuditLineField.Names[expected].EncodedUtf8Bytes))
        {
            return expected;
        }

        for (var field = 0; field < AuditLineField.Count; field++)
        {
            if (json.ValueTextEquals(AuditLineField.Names[field].EncodedUtf8Bytes))
            {
                return field;
            }
        }

        return -1;
    }

    private readonly bool TakeValue(ref Utf8JsonReader json, int field)
    {
        switch (json.TokenType)
        {
            case JsonTokenType.Number when field is AuditLineField.Sequence && json.TryGetInt64(out var number):
                values[field] = number.ToString(CultureInfo.InvariantCulture);
                return true;
            case JsonTokenType.String when field is not AuditLineField.Sequence:
                values[field] = json.GetString();
                return true;
            case JsonTokenType.Null:
                return field is not AuditLineField.Sequence;
            default:
                return false;
        }
    }

    private AuditEntry? Entry()
    {
        var at = Parsed(AuditLineField.At, Instant);
        var action = Parsed(AuditLineField.Action, Named);
        var request = values[AuditLineField.Request] is null ? null : Parsed(AuditLineField.Request, Id);
        var grant = values[AuditLineField.Grant] is null ? null : Parsed(AuditLineField.Grant, Id);
        RoleScope? access =
            values[AuditLineField.Role] is { } role && values[AuditLineField.Scope] is { } scope
                ? new RoleScope(new(role), new(scope))
                : null;
        if (access is null && values[AuditLineField.Role] is not null)
        {
            fault ??= "has a role without a scope";
        }

        var (previous, hash) = (HashIn(AuditLineField.PreviousHash), HashIn(AuditLineField.Hash));
        if (fault is not null)
        {
            return null;
        }

        var happened = new AuditEvent
        {
            Action = action!.Value,
            Actor = values[AuditLineField.Actor] is { } actor ? new PersonId(actor) : null,
            Subject = values[AuditLineField.Subject] is { } subject ? new PersonId(subject) : null,
            Group = values[AuditLineField.Group] is { } group ? new GroupId(group) : null,
            Access = access,
            Scope = access is null && values[AuditLineField.Scope] is { } place ? new ScopeId(place) : null,
            Request = request is { } requestId ? new RequestId(requestId) : null,
            Grant = grant is { } grantId ? new GrantId(grantId) : null,
            Reason = values[AuditLineField.Reason],
            Ticket = values[AuditLineField.Ticket],
            Detail = values[AuditLineField.Detail],
            Source = values[AuditLineField.Source],
            Correlation = values[AuditLineField.Correlation],
        };
        var sequence = long.Parse(values[AuditLineField.Sequence]!, CultureInfo.InvariantCulture);
        return new AuditEntry(sequence, at!.Value, happened, previous, hash);
    }

    private T? Parsed<T>(int field, Func<string?, T?> parse)
        where T : struct
    {
        var value = parse(values[field]);
        fault ??= value is null ? $"has “{AuditLineField.Names[field]}” wrongly" : null;
        return value;
    }

    private string HashIn(int field)
    {
        var hash = values[field] ?? "";
        if (hash.Length != HashLength || hash.Any(digit => !char.IsAsciiHexDigitLower(digit) && !char.IsDigit(digit)))
        {
            fault ??= $"has “{AuditLineField.Names[field]}” wrongly";
        }

        return hash;
    }

    private static DateTimeOffset? Instant(string? text) =>
        DateTimeOffset.TryParseExact(
            text,
            AuditLine.InstantFormat,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var at
        )
            ? at
            : null;

    // By its exact name: a number, or several names, would be an enum's value too.
    private static AuditAction? Named(string? name) =>
        Enum.TryParse<AuditAction>(name, out var action) && action.ToString() == name ? action : null;

    private static Guid? Id(string? text) => Guid.TryParseExact(text, "D", out var id) ? id : null;
}
