using System.Net;
using PimBot.Channel.Http;
using PimBot.Channel.Json;

namespace PimBot.Channel.Connector;

/// <summary>Turns the connector's answers into outcomes: one documented action each.</summary>
internal sealed class ConnectorAnswers(TimeProvider time)
{
    private const int LargestAnswer = 64 * 1024;

    /// <summary>No word of the channel holds up a conversation for longer.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    public async Task<ChannelAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        var body = await BodyAsync(response, cancellation);
        if (response.IsSuccessStatusCode)
        {
            return Taken(body);
        }

        var code = ErrorCode.Read(body);
        var detail = $"{(int)response.StatusCode} {code}".TrimEnd();
        var kind = KindOf(response.StatusCode, code);
        return new ChannelAnswer(
            new SendOutcome(
                kind,
                RetryAfter: kind == SendOutcomeKind.RetryLater ? RetryAfter(response) : null,
                Detail: detail
            ),
            LacksApp: LacksApp(response.StatusCode, code)
        );
    }

    private static SendOutcomeKind KindOf(HttpStatusCode status, string? code) =>
        ((int)status, code) switch
        {
            (412 or 429 or 502 or 503 or 504, _) => SendOutcomeKind.RetryLater,
            (403, "BotNotInConversationRoster" or "BotDisabledByAdmin") => SendOutcomeKind.NotReachableNow,
            (403, "ConversationBlockedByUser") => SendOutcomeKind.ReferenceGone,
            (404, "ConversationNotFound") => SendOutcomeKind.ReferenceGone,
            (404, "ActivityNotFoundInConversation") => SendOutcomeKind.MessageGone,
            _ => SendOutcomeKind.Rejected,
        };

    /// <summary>The second is what Teams answers with "Bot is not installed in user's personal scope".</summary>
    private static bool LacksApp(HttpStatusCode status, string? code) =>
        status == HttpStatusCode.Forbidden && code is ("BotNotInConversationRoster" or "ForbiddenOperationException");

    /// <summary>The status has decided already: a body that cannot be read changes nothing.</summary>
    private static async Task<ReadOnlyMemory<byte>> BodyAsync(
        HttpResponseMessage response,
        CancellationToken cancellation
    )
    {
        try
        {
            await using var stream = await response.Content.ReadAsStreamAsync(cancellation);
            return await BoundedContent.ReadAsync(stream, LargestAnswer, cancellation) ?? default;
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            return default;
        }
    }

    private static ChannelAnswer Taken(ReadOnlyMemory<byte> body)
    {
        var outcome = new SendOutcome(SendOutcomeKind.Delivered);
        if (!StrictJson.TryParseObject(body, out var document))
        {
            return new ChannelAnswer(outcome);
        }

        using (document)
        {
            var id = document.RootElement.Text("id") is { Length: > 0 } given ? given : null;
            return new ChannelAnswer(outcome, id, document.RootElement.Text("serviceUrl"));
        }
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response)
    {
        var header = response.Headers.RetryAfter;
        return (header?.Delta ?? (header?.Date - time.GetUtcNow())) switch
        {
            null => null,
            { } wait when wait < TimeSpan.Zero => TimeSpan.Zero,
            { } wait when wait > LongestWait => LongestWait,
            { } wait => wait,
        };
    }
}
