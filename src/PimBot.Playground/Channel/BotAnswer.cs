using System.Net;
using System.Text.Json;

namespace PimBot.Playground.Channel;

/// <summary>The bot's HTTP answer to an activity.</summary>
/// <param name="Status">Null when there was none in time.</param>
/// <param name="Body">The JSON of the body, where it was any.</param>
internal sealed record BotAnswer(HttpStatusCode? Status, JsonElement? Body)
{
    public bool IsSuccess => Status is { } status && (int)status is >= 200 and < 300;

    /// <summary>For the transcript: what went wrong, in the channel's words.</summary>
    public string Failure =>
        Status is { } status
            ? $"Not delivered: the bot answered HTTP {(int)status}."
            : "Not delivered: the bot did not answer in time.";
}
