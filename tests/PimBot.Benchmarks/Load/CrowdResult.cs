using System.Globalization;
using PimBot.Benchmarks.Report;

namespace PimBot.Benchmarks.Load;

/// <summary>How long each turn took, and all of them together.</summary>
internal sealed record CrowdResult(Distribution Times, TimeSpan Took)
{
    /// <summary>Milliseconds of processor time that the server spent on one turn; 0 where it was not measured.</summary>
    public double Processor { get; init; }

    public double PerSecond => Times.Count / Took.TotalSeconds;

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Times.Count} in {Took.TotalSeconds:0.0} s, {PerSecond:0}/s, {Times}, processor {Processor:0.000} ms"
        );
}
