using System.Globalization;
using PimBot.Benchmarks.Report;

namespace PimBot.Benchmarks.Load;

/// <summary>How long each turn took, and all of them together.</summary>
internal sealed record CrowdResult(Distribution Times, TimeSpan Took)
{
    public double PerSecond => Times.Count / Took.TotalSeconds;

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Times.Count} in {Took.TotalSeconds:0.0} s, {PerSecond:0}/s, {Times}"
        );
}
