using System.Text.Json.Serialization;

namespace PimBot.Api.Answers;

/// <summary>A part of a list, as OData has it.</summary>
/// <param name="Value">What is listed.</param>
internal sealed record ApiPage<T>([property: JsonPropertyOrder(1)] IReadOnlyList<T> Value)
{
    /// <summary>Where the next part is, from this host's root on; missing when this is the last.</summary>
    [JsonPropertyName("@odata.nextLink")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? NextLink { get; init; }
}
