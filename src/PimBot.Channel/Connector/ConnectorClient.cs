using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using PimBot.Channel.Json;
using PimBot.Channel.Schema;

namespace PimBot.Channel.Connector;

/// <summary>Sends over HTTP. One attempt, at most 10 seconds; trying again is the caller's, who knows what may be repeated.</summary>
internal sealed class ConnectorClient(
    IHttpClientFactory clients,
    ServiceHostGuard hosts,
    ConnectorAnswers answers,
    TimeProvider time,
    ILogger<ConnectorClient> logger
) : IConnectorClient
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public Task<SendOutcome> SendAsync(
        ConversationReference reference,
        Activity activity,
        CancellationToken cancellation
    ) => AttemptAsync(HttpMethod.Post, reference, activity.ReplyToId, activity, cancellation);

    public Task<SendOutcome> UpdateAsync(
        ConversationReference reference,
        string activityId,
        Activity activity,
        CancellationToken cancellation
    ) => AttemptAsync(HttpMethod.Put, reference, activityId, activity with { Id = activityId }, cancellation);

    public Task<SendOutcome> DeleteAsync(
        ConversationReference reference,
        string activityId,
        CancellationToken cancellation
    ) => AttemptAsync(HttpMethod.Delete, reference, activityId, null, cancellation);

    private async Task<SendOutcome> AttemptAsync(
        HttpMethod method,
        ConversationReference reference,
        string? activityId,
        Activity? activity,
        CancellationToken cancellation
    )
    {
        if (!hosts.Allows(reference.ServiceUrl))
        {
            ConnectorLog.HostRefused(logger, reference.ConversationId);
            return new SendOutcome(SendOutcomeKind.HostRefused);
        }

        if (ConnectorRoutes.Activities(reference, activityId) is not { } url)
        {
            return new SendOutcome(SendOutcomeKind.Rejected, Detail: "an id cannot be part of a URL");
        }

        using var request = new HttpRequestMessage(method, url) { Content = Content(activity, reference) };
        var outcome = await ExchangeAsync(request, cancellation);
        if (outcome.Kind != SendOutcomeKind.Delivered)
        {
            ConnectorLog.NotDelivered(logger, method.Method, reference.ConversationId, outcome.Kind, outcome.Detail);
        }

        return outcome;
    }

    private async Task<SendOutcome> ExchangeAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        try
        {
            using var client = clients.CreateClient(ChannelHttpClients.Connector);
            using var response = await client.SendAsync(
                request,
                HttpCompletionOption.ResponseHeadersRead,
                either.Token
            );
            return await answers.ReadAsync(response, either.Token);
        }
        catch (Exception e)
        {
            cancellation.ThrowIfCancellationRequested();
            return OutcomeOf(e);
        }
    }

    /// <summary>Only a failure to connect, or to get a token, is sure to have had no effect.</summary>
    private static SendOutcome OutcomeOf(Exception exception) =>
        exception switch
        {
            HostRefusedException => new SendOutcome(SendOutcomeKind.HostRefused),
            OutboundTokenException e => new SendOutcome(SendOutcomeKind.RetryLater, Detail: $"no token: {e.Message}"),
            HttpRequestException { HttpRequestError: var error }
                when error
                    is HttpRequestError.NameResolutionError
                        or HttpRequestError.ConnectionError
                        or HttpRequestError.SecureConnectionError
                        or HttpRequestError.ProxyTunnelError => new SendOutcome(
                SendOutcomeKind.RetryLater,
                Detail: error.ToString()
            ),
            HttpRequestException e => new SendOutcome(SendOutcomeKind.Unknown, Detail: e.HttpRequestError.ToString()),
            // How the sockets handler tells of its own connect timeout.
            OperationCanceledException { InnerException: TimeoutException } => new SendOutcome(
                SendOutcomeKind.RetryLater,
                Detail: "ConnectTimeout"
            ),
            OperationCanceledException => new SendOutcome(SendOutcomeKind.Unknown, Detail: "timeout"),
            _ => new SendOutcome(SendOutcomeKind.Unknown, Detail: exception.GetType().Name),
        };

    private static ByteArrayContent? Content(Activity? activity, ConversationReference reference)
    {
        if (activity is null)
        {
            return null;
        }

        var json = JsonSerializer.SerializeToUtf8Bytes(Addressed(activity, reference), ActivityJson.Options);
        return new ByteArrayContent(json)
        {
            Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") },
        };
    }

    /// <summary>The reference fills in what the activity leaves open.</summary>
    private static Activity Addressed(Activity activity, ConversationReference reference) =>
        activity.WithPlainText() with
        {
            Type = activity.Type ?? ActivityTypes.Message,
            ChannelId = activity.ChannelId ?? reference.ChannelId,
            ServiceUrl = activity.ServiceUrl ?? reference.ServiceUrl,
            From = activity.From ?? new ChannelAccount { Id = reference.BotId },
            Recipient = activity.Recipient ?? new ChannelAccount { Id = reference.UserId },
            Conversation =
                activity.Conversation
                ?? new ConversationAccount { Id = reference.ConversationId, TenantId = reference.TenantId },
        };
}
