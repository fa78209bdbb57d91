using Microsoft.Extensions.Options;
using PimBot.Channel.Settings;

namespace PimBot.Api.Security;

internal sealed class ApiOptionsValidator(IHostEnvironment environment, IOptions<BotOptions> bot)
    : IValidateOptions<ApiOptions>
{
    private const int MostPerMinute = 10_000;
    private const int LongestName = 200;

    public ValidateOptionsResult Validate(string? name, ApiOptions options)
    {
        var faults = (options.Enabled is true ? Faults(options) : WithoutEnabled(options)).OfType<string>().ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string?> WithoutEnabled(ApiOptions options)
    {
        if (options.Enabled is null && (options.Audience ?? options.OpenIdMetadata) is not null)
        {
            var key = options.Audience is not null ? nameof(options.Audience) : nameof(options.OpenIdMetadata);
            yield return $"Api:{key} is set, but Api:Enabled is not: set it to true, or to false to keep the API off.";
        }
    }

    private IEnumerable<string?> Faults(ApiOptions options)
    {
        if (!Guid.TryParseExact(bot.Value.TenantId, "D", out _))
        {
            yield return $"Bot:TenantId is '{bot.Value.TenantId}': with Api:Enabled, allowed is the tenant's id, which tokens are compared with.";
        }

        if (options.Audience is { } audience && !IsName(audience))
        {
            yield return $"Api:Audience is '{audience}': allowed is an application id or an application id URI, without white space.";
        }

        if (!IsName(options.Scope))
        {
            yield return $"Api:Scope is '{options.Scope}': allowed is the name of one delegated permission, such as access_as_user.";
        }

        yield return EndpointUrl.Fault("Api:OpenIdMetadata", options.OpenIdMetadata, environment.IsDevelopment());
        var least = environment.IsDevelopment() ? 0 : 1;
        if (options.PersonPerMinute < least || options.PersonPerMinute > MostPerMinute)
        {
            yield return $"Api:PersonPerMinute is '{options.PersonPerMinute}': allowed are whole numbers from {least} to {MostPerMinute}.";
        }
    }

    private static bool IsName(string value) =>
        value.Length is > 0 and <= LongestName && !value.Any(c => char.IsWhiteSpace(c) || char.IsControl(c));
}
