using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PimBot.Channel.Settings;
using PimBot.Channel.Turns;

namespace PimBot.Channel.Endpoint;

/// <summary>
/// How fast people and tenants may go. The person is asked first, so that one person's flood does not spend the tenant's
/// budget. A turn that was counted is not counted again when the channel delivers it once more.
/// </summary>
internal sealed class RateLimits(IOptions<ChannelOptions> options, TimeProvider time, ILogger<RateLimits> logger)
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromMinutes(1);

    private readonly RateMeter? persons = Meter(options.Value.RateLimits.PersonPerMinute, time);
    private readonly RateMeter? tenants = Meter(options.Value.RateLimits.TenantPerMinute, time);
    private readonly RecentKeys counted = new(time);
    private readonly LogPace personLines = new(BetweenLines, time);
    private readonly LogPace tenantLines = new(BetweenLines, time);

    /// <summary>Null when the turn may run; otherwise how long to wait.</summary>
    public TimeSpan? WaitFor(Turn turn)
    {
        if (counted.Contains(turn.Key))
        {
            return null;
        }

        var tenant = turn.TenantId ?? "";
        if (persons?.WaitFor($"{tenant}/{turn.PersonId ?? turn.Activity.From?.Id}") is { } own)
        {
            Report("person", personLines);
            return own;
        }

        if (tenants?.WaitFor(tenant) is { } shared)
        {
            Report("tenant", tenantLines);
            return shared;
        }

        counted.Add(turn.Key);
        return null;
    }

    private static RateMeter? Meter(int perMinute, TimeProvider time) =>
        perMinute == 0 ? null : new RateMeter(perMinute, time);

    private void Report(string kind, LogPace lines)
    {
        if (lines.LetsThrough(out var before))
        {
            EndpointLog.RateLimited(logger, kind, before);
        }
    }
}
