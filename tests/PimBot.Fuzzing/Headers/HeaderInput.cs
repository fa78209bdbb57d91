using System.Text.Encodings.Web;
using System.Text.Json;

namespace PimBot.Fuzzing.Headers;

/// <summary>
/// A request as a recipe: keys are new in each process, so tokens are written down by what they are made of.
/// </summary>
internal sealed record HeaderInput
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The values of the <c>Authorization</c> headers; <c>{t}</c> stands for the token.</summary>
    public IReadOnlyList<string> Authorization { get; init; } = ["Bearer {t}"];

    /// <summary>The token's header and payload as texts, whatever they are.</summary>
    public string Header { get; init; } = """{"alg":"RS256","typ":"JWT","kid":"good"}""";

    public string Payload { get; init; } =
        $$"""{"iss":"{{Door.Issuer}}","aud":"{{Door.AppId}}","nbf":{{Door.Now}},"exp":{{Door.Now + 3600}},"serviceurl":"{{Door.ServiceUrl}}"}""";

    /// <summary>Which key signs, or <c>hmac</c>, or <c>none</c>.</summary>
    public string Key { get; init; } = "good";

    /// <summary>Changes of the signed token's characters.</summary>
    public IReadOnlyList<TokenEdit> Edits { get; init; } = [];

    /// <summary>Other headers.</summary>
    public IReadOnlyList<string[]> Others { get; init; } = [];

    /// <summary>What the activity names.</summary>
    public string ChannelId { get; init; } = "msteams";

    public string ServiceUrl { get; init; } = Door.ServiceUrl;

    /// <summary>Whether it goes to a bot that never could fetch the issuer's keys.</summary>
    public bool IsKeyless { get; init; }

    public static HeaderInput Read(string json) => JsonSerializer.Deserialize<HeaderInput>(json)!;

    public string Write() => JsonSerializer.Serialize(this, Readable);
}
