using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace PimBot.Channel.Settings;

internal sealed class RateLimitValidator(IHostEnvironment environment) : IValidateOptions<ChannelOptions>
{
    private const int MostOfPerson = 10_000;
    private const int MostOfTenant = 1_000_000;

    private readonly int least = environment.IsDevelopment() ? 0 : 1;

    public ValidateOptionsResult Validate(string? name, ChannelOptions options)
    {
        var faults = Faults(options.RateLimits).OfType<string>().ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string?> Faults(RateLimitOptions limits)
    {
        yield return Fault("PersonPerMinute", limits.PersonPerMinute, MostOfPerson);
        yield return Fault("TenantPerMinute", limits.TenantPerMinute, MostOfTenant);
        if (limits.TenantPerMinute != 0 && limits.TenantPerMinute < limits.PersonPerMinute)
        {
            yield return $"Channel:RateLimits:TenantPerMinute is '{limits.TenantPerMinute}': allowed is at least Channel:RateLimits:PersonPerMinute ('{limits.PersonPerMinute}'), so that one person can't use up a tenant's.";
        }
    }

    private string? Fault(string key, int value, int most) =>
        value >= least && value <= most
            ? null
            : $"Channel:RateLimits:{key} is '{value}': allowed are whole numbers from {least} to {most}"
                + (least == 0 ? "; 0 turns the limit off." : "; 0 (off) is for Development only.");
}
