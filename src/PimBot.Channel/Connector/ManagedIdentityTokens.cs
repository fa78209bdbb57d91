using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;

namespace PimBot.Channel.Connector;

/// <summary>Asks the platform that the bot runs on for a token of a user-assigned managed identity.</summary>
internal sealed class ManagedIdentityTokens(IHttpClientFactory clients, string identityClientId, TimeProvider time)
    : ITokenSource
{
    private const string DefaultScope = "/.default";

    private readonly IManagedIdentityApplication identity = ManagedIdentityApplicationBuilder
        .Create(ManagedIdentityId.WithUserAssignedClientId(identityClientId))
        .WithHttpClientFactory(new MsalHttp(clients), retryOnceOn5xx: false)
        .Build();

    public Task<TokenAnswer> RequestAsync(string scope, CancellationToken cancellation) =>
        MsalTokens.RequestAsync(() => AcquireAsync(ResourceOf(scope), cancellation), time);

    /// <summary>A token for another resource, such as the one by which Entra takes it as a client's assertion.</summary>
    public async Task<string> AssertionAsync(string audience, CancellationToken cancellation) =>
        (await AcquireAsync(audience, cancellation)).AccessToken;

    private Task<AuthenticationResult> AcquireAsync(string resource, CancellationToken cancellation) =>
        identity.AcquireTokenForManagedIdentity(resource).WithForceRefresh(true).ExecuteAsync(cancellation);

    private static string ResourceOf(string scope) =>
        scope.EndsWith(DefaultScope, StringComparison.Ordinal) ? scope[..^DefaultScope.Length] : scope;
}
