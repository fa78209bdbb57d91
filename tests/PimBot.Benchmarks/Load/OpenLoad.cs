using System.Diagnostics;
using PimBot.Benchmarks.Report;

namespace PimBot.Benchmarks.Load;

/// <summary>
/// Load that comes at its own pace, whether or not what came before was answered, as from many people who don't know of
/// each other. Times count from when a request should have been sent, so that a stall is not hidden.
/// </summary>
internal static class OpenLoad
{
    /// <param name="perSecond">How many begin in a second, evenly.</param>
    /// <param name="duration">For how long.</param>
    /// <param name="send">Sends the request of this number and returns when it is answered.</param>
    public static async Task<CrowdResult> RunAsync(int perSecond, TimeSpan duration, Func<int, Task> send)
    {
        var count = (int)(perSecond * duration.TotalSeconds);
        var times = new TimeSpan[count];
        var under = new List<Task>(count);
        var start = Stopwatch.GetTimestamp();
        for (var next = 0; next < count; )
        {
            var due = (int)(Stopwatch.GetElapsedTime(start).TotalSeconds * perSecond);
            for (; next <= due && next < count; next++)
            {
                under.Add(SendAsync(next));
            }

            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
        }

        await Task.WhenAll(under);
        return new CrowdResult(new Distribution(times), Stopwatch.GetElapsedTime(start));

        async Task SendAsync(int number)
        {
            await send(number);
            times[number] = Stopwatch.GetElapsedTime(start) - TimeSpan.FromSeconds((double)number / perSecond);
        }
    }
}
