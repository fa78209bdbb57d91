using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Approvals;
using PimBot.Domain.Policies;
using PimBot.Domain.Reviews;

namespace PimBot.Storage.Conversions;

/// <summary>Immutable domain records as JSON: enums by name, typed ids as their values, text without what an engine refuses.</summary>
internal static class JsonColumn
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters =
        {
            new JsonStringEnumConverter(),
            new CleanText(),
            new Id<PersonId>(id => id.Value, value => new PersonId(value)),
            new Id<GroupId>(id => id.Value, value => new GroupId(value)),
            new Id<RoleId>(id => id.Value, value => new RoleId(value)),
            new Id<ScopeId>(id => id.Value, value => new ScopeId(value)),
        },
    };

    /// <summary>Every type that is a JSON column wherever it appears; <paramref name="columnType"/> null: plain text.</summary>
    public static void Configure(ModelConfigurationBuilder configuration, string? columnType)
    {
        Column<ActivationAsk>(configuration, columnType);
        Column<AssignmentAsk>(configuration, columnType);
        Column<RolePolicy>(configuration, columnType);
        Column<VerificationProof>(configuration, columnType);
        Column<ApprovalDecision>(configuration, columnType);
        Column<RequestOutcome>(configuration, columnType);
        Column<GrantEnd>(configuration, columnType);
        Column<ReviewSettings>(configuration, columnType);
        Column<ReviewAnswer>(configuration, columnType);
    }

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string json) =>
        JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException($"A stored {typeof(T).Name} is null.");

    private static void Column<T>(ModelConfigurationBuilder configuration, string? columnType)
        where T : class
    {
        var properties = configuration.Properties<T>().HaveConversion<Converter<T>>();
        if (columnType is not null)
        {
            properties.HaveColumnType(columnType);
        }
    }

    internal sealed class Converter<T>() : ValueConverter<T, string>(value => Write(value), json => Read<T>(json));

    private sealed class Id<T>(Func<T, string> write, Func<string, T> read) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            read(reader.GetString() ?? throw new JsonException("An id is null."));

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(StoredText.Clean(write(value)));
    }

    private sealed class CleanText : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetString();

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
            writer.WriteStringValue(StoredText.Clean(value));
    }
}
