using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace PimBot.Channel.Settings;

/// <summary>Checks <c>Channel:BotToBot</c>, which can't be judged without knowing who this bot is.</summary>
internal sealed class BotToBotValidator(IHostEnvironment environment, IOptions<ChannelOptions> channel)
    : IValidateOptions<BotOptions>
{
    public ValidateOptionsResult Validate(string? name, BotOptions options)
    {
        var section = channel.Value.BotToBot;
        var faults = section.IsSet ? Faults(section, options.AppId).OfType<string>().ToList() : [];
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string?> Faults(BotToBotOptions options, string ownAppId)
    {
        if (!Guid.TryParseExact(options.Tenant, "D", out _))
        {
            yield return $"Channel:BotToBot:Tenant is '{options.Tenant}': allowed is the id of one tenant, a GUID.";
        }

        if (options.Callers.Count == 0)
        {
            yield return "Channel:BotToBot:Callers is empty: list the application ids of the bots that may call, or leave Channel:BotToBot out.";
        }

        foreach (var caller in options.Callers)
        {
            yield return CallerFault(caller, ownAppId);
        }

        yield return EndpointUrl.Fault(
            "Channel:BotToBot:OpenIdMetadata",
            options.OpenIdMetadata,
            environment.IsDevelopment()
        );
    }

    private static string? CallerFault(string? caller, string ownAppId) =>
        !Guid.TryParseExact(caller, "D", out _)
            ? $"Channel:BotToBot:Callers has '{caller}': allowed are application ids, which are GUIDs."
        : string.Equals(caller, ownAppId, StringComparison.OrdinalIgnoreCase)
            ? $"Channel:BotToBot:Callers has '{caller}', which is Bot:AppId: the bot's own token must never open its own door."
        : null;
}
