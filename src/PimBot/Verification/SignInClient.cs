using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Identity.Client;
using PimBot.Channel.Connector;

namespace PimBot.Verification;

/// <summary>Authorization code with PKCE against the provider, by MSAL. Keeps nothing: each sign-in has an application of its own.</summary>
internal sealed class SignInClient(
    VerificationSettings settings,
    IBotCredential bot,
    SignInHttp http,
    TimeProvider time
)
{
    /// <summary>What is asked for. MSAL adds <c>offline_access</c>, which is taken out again: nothing is done later in a person's name.</summary>
    private static readonly string[] Scopes = ["openid", "profile"];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Where the browser goes, and the PKCE verifier that belongs to it.</summary>
    /// <exception cref="MsalException">The provider refuses, its metadata can't be had, or our credential can't be used.</exception>
    /// <exception cref="HttpRequestException">The provider can't be reached, or its answer can't be read.</exception>
    /// <exception cref="OperationCanceledException">It took longer than 10 seconds.</exception>
    public async Task<(Uri Address, string Verifier)> BeginAsync(
        string state,
        string nonce,
        string? loginHint,
        string? demanded
    )
    {
        var request = Application()
            .GetAuthorizationRequestUrl(Scopes)
            .WithPkce(out var verifier)
            .WithPrompt(Prompt.ForceLogin)
            .WithLoginHint(loginHint)
            .WithClaims(Claims(demanded ?? settings.AuthenticationContext))
            .WithExtraQueryParameters(
                new Dictionary<string, (string, bool)>(StringComparer.Ordinal)
                {
                    ["state"] = (state, false),
                    ["nonce"] = (nonce, false),
                    ["response_mode"] = ("query", false),
                    ["max_age"] = ($"{(int)settings.MaxAge.TotalSeconds}", false),
                }
            );
        return (WithOurScopes(await AskAsync(request.ExecuteAsync)), verifier);
    }

    /// <summary>The ID token that the provider gives for a code; not yet believed. Null when it gives none.</summary>
    /// <inheritdoc cref="BeginAsync" path="/exception"/>
    public async Task<string?> RedeemAsync(string code, string verifier)
    {
        var request = Application().AcquireTokenByAuthorizationCode(Scopes, code).WithPkceCodeVerifier(verifier);
        return (await AskAsync(request.ExecuteAsync)).IdToken;
    }

    private async Task<T> AskAsync<T>(Func<CancellationToken, Task<T>> request)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        try
        {
            return await request(patience.Token);
        }
        catch (Exception failure)
            when (failure is not (MsalException or HttpRequestException or OperationCanceledException))
        {
            // MSAL throws whatever its parsers throw when an answer is not what it should be.
            throw new HttpRequestException("The provider's answer can't be read.", failure);
        }
    }

    private IConfidentialClientApplication Application() =>
        WithCredential(ConfidentialClientApplicationBuilder.Create(settings.ClientId))
            .WithOidcAuthority(settings.Issuer)
            .WithRedirectUri(settings.RedirectUri.AbsoluteUri)
            .WithHttpClientFactory(http, retryOnceOn5xx: false)
            .Build();

    /// <summary>The secret of the settings, else whatever the bot itself has.</summary>
    private ConfidentialClientApplicationBuilder WithCredential(ConfidentialClientApplicationBuilder application) =>
        settings.ClientSecret is { } secret ? application.WithClientSecret(secret) : bot.AddTo(application);

    /// <summary>OpenID Connect Core, section 5.5: the claims without which the sign-in is of no use here.</summary>
    private static string Claims(string? context)
    {
        var token = new JsonObject { ["auth_time"] = new JsonObject { ["essential"] = true } };
        if (context is not null)
        {
            token["acrs"] = new JsonObject { ["essential"] = true, ["value"] = context };
        }
        else
        {
            token["amr"] = new JsonObject { ["essential"] = true, ["values"] = new JsonArray("mfa") };
        }

        return new JsonObject { ["id_token"] = token }.ToJsonString(JsonSerializerOptions.Web);
    }

    private static Uri WithOurScopes(Uri address)
    {
        var parameters = QueryHelpers.ParseQuery(address.Query);
        parameters["scope"] = string.Join(' ', Scopes);
        return new Uri(QueryHelpers.AddQueryString(address.GetLeftPart(UriPartial.Path), parameters));
    }
}
