using Microsoft.Extensions.Logging;
using PimBot.Channel.Auth;

namespace PimBot.Channel.Endpoint;

/// <summary>Logs refusals: one line of each reason a second at most, with the number of those left out.</summary>
internal sealed class RefusalLog(TimeProvider time, ILogger<RefusalLog> logger)
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(1);

    private readonly Dictionary<AuthReason, LogPace> tokens = Paces(time);
    private readonly Dictionary<AuthReason, LogPace> activities = Paces(time);

    public void TokenRefused(AuthReason reason)
    {
        if (tokens[reason].LetsThrough(out var before))
        {
            AuthLog.TokenRefused(logger, reason, (int)reason, before);
        }
    }

    public void ActivityRefused(AuthReason reason)
    {
        if (activities[reason].LetsThrough(out var before))
        {
            AuthLog.ActivityRefused(logger, reason, (int)reason, before);
        }
    }

    private static Dictionary<AuthReason, LogPace> Paces(TimeProvider time) =>
        Enum.GetValues<AuthReason>().ToDictionary(reason => reason, _ => new LogPace(BetweenLines, time));
}
