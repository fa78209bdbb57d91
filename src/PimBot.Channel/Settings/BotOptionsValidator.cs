using System.Buffers;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace PimBot.Channel.Settings;

internal sealed class BotOptionsValidator(
    IHostEnvironment environment,
    IOptions<ChannelOptions> channel,
    CredentialCheck credentials
) : IValidateOptions<BotOptions>
{
    private static readonly SearchValues<char> TenantCharacters = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-"
    );

    public ValidateOptionsResult Validate(string? name, BotOptions options)
    {
        var faults = IdentityFaults(options).Concat(credentials.Faults(options, MayHaveNoCredential)).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> IdentityFaults(BotOptions options)
    {
        if (string.IsNullOrEmpty(options.AppId) || options.AppId.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)))
        {
            yield return $"Bot:AppId is '{options.AppId}': allowed is the application id of the bot's registration, without white space.";
        }

        foreach (var (key, value) in new[] { ("Bot:AppId", options.AppId), ("Bot:TenantId", options.TenantId) })
        {
            if (Guid.TryParse(value, out var id) && id == Guid.Empty)
            {
                yield return $"{key} is '{value}', which stands in the sample only: give the id of your own.";
            }
        }

        if (options.TenantId is not null && !IsTenant(options.TenantId))
        {
            yield return $"Bot:TenantId is '{options.TenantId}': allowed is a tenant's id or domain (letters, digits, dots, hyphens).";
        }

        var lacksTenant = options is { AppType: BotAppType.SingleTenant, TenantId: null } && NeedsTenant;
        var servesEverybody = channel.Value.AllowedTenants.Count == 0 && !ServesItsOwnTenant(options);
        if (servesEverybody && !environment.IsDevelopment() && !lacksTenant)
        {
            yield return "Channel:AllowedTenants is empty: list the ids of the tenants whose people the bot serves.";
        }

        if (channel.Value.InstallTeamsApp is not null && options.AppType == BotAppType.MultiTenant)
        {
            yield return "Channel:InstallTeamsApp is set and Bot:AppType is 'MultiTenant': such a bot's tokens are of no tenant in which Microsoft Graph could install the app.";
        }

        if (lacksTenant)
        {
            yield return "Bot:TenantId is missing: a SingleTenant registration gets its token from its own tenant, unless Channel:TokenEndpoint is set.";
        }
    }

    /// <summary>A single-tenant registration whose tenant is given by id serves just that one unless others are listed.</summary>
    internal static bool ServesItsOwnTenant(BotOptions options) =>
        options.AppType == BotAppType.SingleTenant && Guid.TryParse(options.TenantId, out _);

    private bool MayHaveNoCredential =>
        environment.IsDevelopment() && channel.Value.DangerouslyAllowUnauthenticatedLoopback;

    private bool NeedsTenant => channel.Value.TokenEndpoint is null && !MayHaveNoCredential;

    private static bool IsTenant(string value) =>
        value.Length is > 0 and <= 253
        && !value.AsSpan().ContainsAnyExcept(TenantCharacters)
        && value.Trim('.') == value;
}
