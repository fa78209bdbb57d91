using System.Net;
using System.Text.Json.Nodes;

namespace PimBot.Scenarios.Api;

/// <summary>What the API answered.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The JSON; null when there is none.</param>
/// <param name="Type">The media type.</param>
/// <param name="Headers">All headers, by name.</param>
internal sealed record ApiAnswer(
    HttpStatusCode Status,
    JsonNode? Body,
    string? Type,
    IReadOnlyDictionary<string, string> Headers
)
{
    public string? ETag => Headers.GetValueOrDefault("ETag");

    /// <summary>The problem's code.</summary>
    public string? Code => Body?["code"]?.ToString();

    public string? Detail => Body?["detail"]?.ToString();

    /// <summary>The codes of the problem's reasons, in order.</summary>
    public IReadOnlyList<string> Reasons =>
        [.. Body?["reasons"]?.AsArray().Select(reason => reason!["code"]!.ToString()) ?? []];

    /// <summary>What a page lists.</summary>
    public IReadOnlyList<JsonNode> Value => [.. Body!["value"]!.AsArray().Select(item => item!)];

    public static async Task<ApiAnswer> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var headers = response
            .Headers.Concat(response.Content.Headers)
            .ToDictionary(h => h.Key, h => string.Join(',', h.Value), StringComparer.OrdinalIgnoreCase);
        return new ApiAnswer(
            response.StatusCode,
            text.Length == 0 ? null : JsonNode.Parse(text),
            response.Content.Headers.ContentType?.MediaType,
            headers
        );
    }

    /// <summary>Fails unless this is a well-formed problem with that status and code.</summary>
    public ApiAnswer IsProblem(HttpStatusCode status, string code)
    {
        Assert.True(status == Status && code == Code, $"{(int)Status} {Body?.ToJsonString()}");
        Assert.Equal("application/problem+json", Type);
        Assert.Equal((int)status, Body!["status"]!.GetValue<int>());
        Assert.False(string.IsNullOrWhiteSpace(Body["title"]?.ToString()));
        Assert.False(string.IsNullOrWhiteSpace(Detail));
        Assert.NotNull(Body["reasons"]);
        return this;
    }

    /// <summary>Fails unless it went well.</summary>
    public ApiAnswer Is(HttpStatusCode status)
    {
        Assert.True(status == Status, $"{(int)Status} {Body?.ToJsonString()}");
        return this;
    }
}
