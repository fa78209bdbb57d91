using Microsoft.Extensions.Options;
using PimBot.Channel.Settings;

namespace PimBot.Verification;

internal sealed class VerificationOptionsValidator(IHostEnvironment environment, IOptions<BotOptions> bot)
    : IValidateOptions<VerificationOptions>
{
    private const int LongestContext = 64;
    private static readonly TimeSpan ShortestAge = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestAge = TimeSpan.FromHours(1);

    public ValidateOptionsResult Validate(string? name, VerificationOptions options)
    {
        if (options.PublicUrl is null)
        {
            return ValidateOptionsResult.Success;
        }

        var faults = PlaceFaults(options).Concat(IdentityFaults(options)).Concat(RuleFaults(options)).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> PlaceFaults(VerificationOptions options)
    {
        var development = environment.IsDevelopment();
        if (!IsPlain(options.PublicUrl, development))
        {
            yield return $"Verification:PublicUrl is '{options.PublicUrl}': allowed is the absolute https URL under which browsers reach this host, without query{Loopback(development)}.";
        }

        if (options.Authority is not null && !IsPlain(options.Authority, development))
        {
            yield return $"Verification:Authority is '{options.Authority}': allowed is the https URL of an OpenID provider's issuer, without query{Loopback(development)}.";
        }
    }

    private IEnumerable<string> IdentityFaults(VerificationOptions options)
    {
        if (!Guid.TryParse(bot.Value.TenantId, out _))
        {
            yield return $"Bot:TenantId is '{bot.Value.TenantId}': with Verification:PublicUrl set, allowed is the tenant's id, which a sign-in is compared with.";
        }

        if (string.IsNullOrWhiteSpace(options.ClientSecret) && !BotCredentials.Exist(bot.Value))
        {
            yield return "Verification:ClientSecret is missing, and the bot has no credential of its own: a sign-in can't be completed without one.";
        }

        if (options.ClientId is null && bot.Value.AppType is BotAppType.UserAssignedManagedIdentity)
        {
            yield return "Verification:ClientId is missing and Bot:AppType is 'UserAssignedManagedIdentity': nobody can sign in to a managed identity. Name a registration with the redirect URI that trusts the identity as a federated credential, or has Verification:ClientSecret.";
        }

        if (options.ClientId is { } id && id.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)))
        {
            yield return $"Verification:ClientId is '{id}': allowed is an application id, without white space.";
        }
    }

    private static IEnumerable<string> RuleFaults(VerificationOptions options)
    {
        if (options.AuthenticationContext is { } context && !IsContext(context))
        {
            yield return $"Verification:AuthenticationContext is '{context}': allowed is the id of an authentication context, such as c1.";
        }

        if (options.MaxAge < ShortestAge || options.MaxAge > LongestAge)
        {
            yield return $"Verification:MaxAge is '{options.MaxAge}': allowed is {ShortestAge} to {LongestAge}.";
        }
    }

    private static bool IsPlain(string? value, bool development) =>
        EndpointUrl.IsAllowed(value, development) && new Uri(value!).Query.Length == 0;

    private static bool IsContext(string value) =>
        value.Length <= LongestContext && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    private static string Loopback(bool development) => development ? ", or an http URL on loopback" : "";
}
