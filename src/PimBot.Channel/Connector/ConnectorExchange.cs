namespace PimBot.Channel.Connector;

/// <summary>One HTTP request to the connector, of at most 10 seconds. Trying again is the caller's.</summary>
internal sealed class ConnectorExchange(IHttpClientFactory clients, ConnectorAnswers answers, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Throws only for the caller's own cancellation.</summary>
    public async Task<ChannelAnswer> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
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
            return new ChannelAnswer(OutcomeOf(e));
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
}
