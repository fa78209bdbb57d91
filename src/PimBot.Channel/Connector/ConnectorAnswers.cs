using System.Net;
using PimBot.Channel.Http;
using PimBot.Channel.Json;

namespace PimBot.Channel.Connector;

/// <summary>Turns the connector's answers into outcomes: one documented action each.</summary>
internal sealed class ConnectorAnswers(TimeProvider time)
{
    private const int LargestAnswer = 64 * 1024;

    public async Task<SendOutcome> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        var body = await BodyAsync(response, cancellation);
        if (response.IsSuccessStatusCode)
        {
            return new SendOutcome(SendOutcomeKind.Delivered, IdIn(body));
        }

        var code = ErrorCode.Read(body);
        var detail = $"{(int)response.StatusCode} {code}".TrimEnd();
        var kind = KindOf(response.StatusCode, code);
        return new SendOutcome(
            kind,
            RetryAfter: kind == SendOutcomeKind.RetryLater ? RetryAfter(response) : null,
            Detail: detail
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

    private static string? IdIn(ReadOnlyMemory<byte> body)
    {
        if (!StrictJson.TryParseObject(body, out var document))
        {
            return null;
        }

        using (document)
        {
            return document.RootElement.Text("id") is { Length: > 0 } id ? id : null;
        }
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response)
    {
        var header = response.Headers.RetryAfter;
        var wait = header?.Delta ?? (header?.Date - time.GetUtcNow());
        return wait is { } given && given < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
