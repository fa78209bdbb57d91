using Microsoft.Identity.Client;

namespace PimBot.Channel.Connector;

/// <summary>Makes tokens of MSAL's answers.</summary>
internal static class MsalTokens
{
    /// <summary>MSAL reckons by the machine's clock, so a token's life is measured by that and then counted by ours.</summary>
    public static async Task<TokenAnswer> RequestAsync(Func<Task<AuthenticationResult>> request, TimeProvider time)
    {
        var askedAt = time.GetUtcNow();
        try
        {
            var result = await request();
            var life = result.ExpiresOn - TimeProvider.System.GetUtcNow();
            var token = OutboundToken.Of(result.AccessToken, askedAt, life);
            return new TokenAnswer(token, token is null ? "unusable token" : null);
        }
        catch (MsalException e)
        {
            return new TokenAnswer(null, TokenFault.Of(e));
        }
    }
}
