using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using PimBot.Channel.Json;
using PimBot.Channel.Schema;

namespace PimBot.Channel.Connector;

/// <summary>Sends over HTTP, within the channel's rate limits. One attempt; trying again is the caller's, who knows what may be repeated.</summary>
internal sealed class ConnectorClient(
    ServiceHostGuard hosts,
    SendingPace pace,
    ConnectorExchange exchange,
    ILogger<ConnectorClient> logger
) : IConnectorClient
{
    private const string Opening = "(a new one)";

    public Task<SendOutcome> SendAsync(
        ConversationReference reference,
        Activity activity,
        CancellationToken cancellation
    ) => ToActivitiesAsync(HttpMethod.Post, reference, activity.ReplyToId, activity, cancellation);

    public Task<SendOutcome> UpdateAsync(
        ConversationReference reference,
        string activityId,
        Activity activity,
        CancellationToken cancellation
    ) => ToActivitiesAsync(HttpMethod.Put, reference, activityId, activity with { Id = activityId }, cancellation);

    public Task<SendOutcome> DeleteAsync(
        ConversationReference reference,
        string activityId,
        CancellationToken cancellation
    ) => ToActivitiesAsync(HttpMethod.Delete, reference, activityId, null, cancellation);

    public async Task<OpenedConversation> CreateConversationAsync(
        ConversationOpening opening,
        CancellationToken cancellation
    )
    {
        var pacedAs = $"{Opening} {opening.TenantId}";
        var answer = await AttemptAsync(
            HttpMethod.Post,
            opening.ServiceUrl,
            ConnectorRoutes.Conversations(opening.ServiceUrl),
            NewConversation.With(opening.BotId, opening.MemberId, opening.TenantId),
            (pacedAs, opening.TenantId),
            cancellation
        );
        return answer switch
        {
            { Outcome.Kind: not SendOutcomeKind.Delivered } => new OpenedConversation(
                answer.Outcome,
                LacksApp: answer.LacksApp
            ),
            { Id: { } id } => new OpenedConversation(answer.Outcome, opening.At(id, UrlIn(answer, opening))),
            _ => new OpenedConversation(new SendOutcome(SendOutcomeKind.Rejected, Detail: "an answer without id")),
        };
    }

    private async Task<SendOutcome> ToActivitiesAsync(
        HttpMethod method,
        ConversationReference reference,
        string? activityId,
        Activity? activity,
        CancellationToken cancellation
    )
    {
        var answer = await AttemptAsync(
            method,
            reference.ServiceUrl,
            hosts.Allows(reference.ServiceUrl) ? ConnectorRoutes.Activities(reference, activityId) : null,
            activity is null ? null : Addressed(activity, reference),
            (reference.ConversationId, reference.TenantId),
            cancellation
        );
        return answer.Outcome with { ActivityId = answer.Id };
    }

    private async Task<ChannelAnswer> AttemptAsync(
        HttpMethod method,
        string serviceUrl,
        Uri? url,
        object? body,
        (string Conversation, string? Tenant) to,
        CancellationToken cancellation
    )
    {
        if (!hosts.Allows(serviceUrl))
        {
            ConnectorLog.HostRefused(logger, to.Conversation);
            return new ChannelAnswer(new SendOutcome(SendOutcomeKind.HostRefused));
        }

        if (url is null)
        {
            return new ChannelAnswer(
                new SendOutcome(SendOutcomeKind.Rejected, Detail: "an id cannot be part of a URL")
            );
        }

        using var turn = await pace.EnterAsync(to.Conversation, to.Tenant, cancellation);
        if (turn.TryAgainAfter is { } wait)
        {
            return new ChannelAnswer(new SendOutcome(SendOutcomeKind.HeldBack, RetryAfter: wait));
        }

        using var request = new HttpRequestMessage(method, url) { Content = Content(body) };
        var answer = await exchange.SendAsync(request, cancellation);
        Heed(answer.Outcome, method, to.Conversation);
        return answer;
    }

    private void Heed(SendOutcome outcome, HttpMethod method, string conversation)
    {
        if (outcome is { Kind: SendOutcomeKind.RetryLater, RetryAfter: { } wait })
        {
            pace.HoldBack(conversation, wait);
        }

        if (outcome.Kind != SendOutcomeKind.Delivered)
        {
            ConnectorLog.NotDelivered(logger, method.Method, conversation, outcome.Kind, outcome.Detail);
        }
    }

    /// <summary>A URL that the answer names is taken only where the token may go.</summary>
    private string UrlIn(ChannelAnswer answer, ConversationOpening opening) =>
        hosts.Allows(answer.ServiceUrl) ? answer.ServiceUrl! : opening.ServiceUrl;

    private static ByteArrayContent? Content(object? body) =>
        body is null
            ? null
            : new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), ActivityJson.Options))
            {
                Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") },
            };

    /// <summary>The reference fills in what the activity leaves open.</summary>
    private static Activity Addressed(Activity activity, ConversationReference reference) =>
        activity.WithPlainText() with
        {
            Type = activity.Type ?? ActivityTypes.Message,
            ChannelId = activity.ChannelId ?? reference.ChannelId,
            ServiceUrl = activity.ServiceUrl ?? reference.ServiceUrl,
            From = activity.From ?? new ChannelAccount { Id = reference.BotId },
            Recipient =
                activity.Recipient
                ?? (reference.UserId.Length == 0 ? null : new ChannelAccount { Id = reference.UserId }),
            Conversation =
                activity.Conversation
                ?? new ConversationAccount { Id = reference.ConversationId, TenantId = reference.TenantId },
        };
}
