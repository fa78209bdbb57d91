using Microsoft.Extensions.Logging;

namespace PimBot.Channel.Connector;

/// <summary>
/// The bot's token in memory. It is renewed at 80 % of its life by whoever needs it next; one request runs at a time and
/// everyone else who needs it waits. When renewing fails, the last token serves while it is valid, and the next attempt
/// is a minute later.
/// </summary>
internal sealed class OutboundTokens(TokenEndpointClient endpoint, TimeProvider time, ILogger<OutboundTokens> logger)
{
    public static readonly TimeSpan BetweenRenewals = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private OutboundToken? current;
    private Task<string?>? request;
    private DateTimeOffset renewNotBefore = DateTimeOffset.MinValue;

    /// <exception cref="OutboundTokenException">There is no valid token and none could be had.</exception>
    public async Task<OutboundToken> GetAsync(CancellationToken cancellation)
    {
        string? fault = null;
        if (Fresh() is not { } token)
        {
            fault = await Join().WaitAsync(cancellation);
            token = Valid();
        }

        return token ?? throw new OutboundTokenException(fault ?? "expired");
    }

    /// <summary>Forgets a token that the channel refused, unless a newer one has taken its place.</summary>
    public void Drop(OutboundToken refused)
    {
        lock (gate)
        {
            current = ReferenceEquals(current, refused) ? null : current;
        }
    }

    private OutboundToken? Fresh()
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            return Valid() is { } token && (now < token.RenewAt || now < renewNotBefore) ? token : null;
        }
    }

    private OutboundToken? Valid()
    {
        lock (gate)
        {
            return current is not null && time.GetUtcNow() < current.ExpiresAt ? current : null;
        }
    }

    private Task<string?> Join()
    {
        lock (gate)
        {
            if (request is not { IsCompleted: false })
            {
                request = Fresh() is null ? Task.Run(RenewAsync) : Task.FromResult<string?>(null);
            }

            return request;
        }
    }

    /// <summary>Null, or why there is no new token.</summary>
    private async Task<string?> RenewAsync()
    {
        var answer = await endpoint.RequestAsync();
        lock (gate)
        {
            current = answer.Token ?? current;
            renewNotBefore = time.GetUtcNow() + BetweenRenewals;
        }

        if (answer.Token is null)
        {
            ConnectorLog.TokenNotRenewed(logger, answer.Fault);
        }

        return answer.Fault;
    }
}
