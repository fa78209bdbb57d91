using Microsoft.Extensions.Logging;

namespace PimBot.Channel.Connector;

/// <summary>
/// The bot's token for one scope. It is renewed at 80 % of its life by whoever needs it next; one request runs at a time
/// and everyone else who needs it waits. When renewing fails, the last token serves while it is valid, and the next
/// attempt is a minute later.
/// </summary>
internal sealed class ScopeToken(string scope, ITokenSource source, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan BetweenRenewals = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

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
        var answer = await RequestAsync();
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

    /// <summary>Ends after 10 seconds, whether or not the source takes notice.</summary>
    private async Task<TokenAnswer> RequestAsync()
    {
        using var timeout = new CancellationTokenSource(Patience, time);
        try
        {
            return await source.RequestAsync(scope, timeout.Token).WaitAsync(timeout.Token);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            return new TokenAnswer(null, "timeout");
        }
        catch (Exception e)
        {
            return new TokenAnswer(null, e.GetType().Name);
        }
    }
}
