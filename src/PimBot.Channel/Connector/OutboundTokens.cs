using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace PimBot.Channel.Connector;

/// <summary>The bot's tokens in memory, one for each scope that it uses.</summary>
internal sealed class OutboundTokens(TokenSources sources, TimeProvider time, ILogger<OutboundTokens> logger)
{
    private readonly ConcurrentDictionary<string, ScopeToken> scopes = new(StringComparer.Ordinal);
    private readonly Lazy<ITokenSource> source = new(sources.Create);

    /// <exception cref="OutboundTokenException">There is no valid token and none could be had.</exception>
    public Task<OutboundToken> GetAsync(string scope, CancellationToken cancellation) =>
        Of(scope).GetAsync(cancellation);

    /// <summary>Forgets a token that the other side refused, unless a newer one has taken its place.</summary>
    public void Drop(string scope, OutboundToken refused) => Of(scope).Drop(refused);

    private ScopeToken Of(string scope) =>
        scopes.GetOrAdd(scope, key => new ScopeToken(key, source.Value, time, logger));
}
