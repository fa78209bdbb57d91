using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace PimBot.Channel.Settings;

internal sealed class ChannelOptionsValidator(IHostEnvironment environment) : IValidateOptions<ChannelOptions>
{
    private readonly bool development = environment.IsDevelopment();

    public ValidateOptionsResult Validate(string? name, ChannelOptions options)
    {
        var faults = TrustFaults(options).Concat(ReachFaults(options)).OfType<string>().ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string?> TrustFaults(ChannelOptions options)
    {
        yield return EndpointUrl.Fault("Channel:Issuer", options.Issuer, development);
        yield return EndpointUrl.Fault("Channel:OpenIdMetadata", options.OpenIdMetadata, development);
        if (options.Issuer is null != options.OpenIdMetadata is null)
        {
            var missing = options.Issuer is null ? "Channel:Issuer" : "Channel:OpenIdMetadata";
            yield return $"{missing} is missing: Channel:Issuer and Channel:OpenIdMetadata are set together or not at all.";
        }

        if (options.Issuer is not null && options.Cloud is not null)
        {
            yield return $"Channel:Cloud is '{options.Cloud}' and Channel:Issuer is '{options.Issuer}': allowed is one of the two.";
        }

        if (options.Issuer is not null && IsEntraIssuer(options))
        {
            yield return $"Channel:Issuer is '{options.Issuer}', which Channel:BotToBot is about: allowed is one of the two.";
        }

        if (options.DangerouslyAllowUnauthenticatedLoopback && !development)
        {
            yield return "Channel:DangerouslyAllowUnauthenticatedLoopback is 'true'; allowed outside Development is false.";
        }
    }

    private static bool IsEntraIssuer(ChannelOptions options) =>
        Guid.TryParseExact(options.BotToBot.Tenant, "D", out _)
        && TrustProfiles
            .Of(options, CloudProfile.Of(ChannelCloud.Public))
            .Skip(1)
            .Any(p => string.Equals(p.Issuer, options.Issuer, StringComparison.OrdinalIgnoreCase));

    private IEnumerable<string?> ReachFaults(ChannelOptions options)
    {
        yield return EndpointUrl.Fault("Channel:TokenEndpoint", options.TokenEndpoint, development);
        foreach (var host in options.ServiceHosts.Where(h => !IsExactHost(h)))
        {
            yield return $"Channel:ServiceHosts has '{host}': allowed is an exact DNS name without scheme, port, wildcard or trailing dot; no IP address, not localhost.";
        }

        if (options.Cloud is ChannelCloud.China && options.ServiceHosts.Count == 0)
        {
            yield return "Channel:ServiceHosts is empty: no connector host is documented for Channel:Cloud 'China', so list the host of your service URL.";
        }

        if (options.InstallTeamsApp is { } app && !Guid.TryParseExact(app, "D", out _))
        {
            yield return $"Channel:InstallTeamsApp is '{app}': allowed is the id of the Teams app in the tenant's catalog, a GUID.";
        }

        if (options.AllowedTenants.Any(string.IsNullOrWhiteSpace))
        {
            yield return "Channel:AllowedTenants has an empty entry: allowed are tenant ids.";
        }
    }

    private static bool IsExactHost(string? host) =>
        host is not null
        && Uri.CheckHostName(host) == UriHostNameType.Dns
        && host.All(char.IsAscii)
        && !host.EndsWith('.')
        && !host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        && !host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);
}
