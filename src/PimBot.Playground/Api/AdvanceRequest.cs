namespace PimBot.Playground.Api;

/// <summary>The clock is moved forward.</summary>
/// <param name="Seconds">From one second to 31 days.</param>
internal sealed record AdvanceRequest(int Seconds)
{
    public static readonly TimeSpan Most = TimeSpan.FromDays(31);
}
