using System.Globalization;

namespace PimBot.Benchmarks.Report;

/// <summary>Measured times, sorted.</summary>
internal sealed class Distribution(IEnumerable<TimeSpan> samples)
{
    private readonly double[] sorted = [.. samples.Select(sample => sample.TotalMilliseconds).Order()];

    public int Count => sorted.Length;

    public double P50 => At(0.50);

    public double P99 => At(0.99);

    public double Largest => sorted.Length == 0 ? double.NaN : sorted[^1];

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"p50 {P50:0.0} ms, p99 {P99:0.0} ms, largest {Largest:0.0} ms");

    /// <summary>The middle one of several results.</summary>
    public static double Median(IEnumerable<double> values)
    {
        var all = values.Order().ToList();
        return all[all.Count / 2];
    }

    /// <summary>In milliseconds, by the nearest rank.</summary>
    private double At(double share) =>
        sorted.Length == 0 ? double.NaN : sorted[(int)Math.Ceiling(share * sorted.Length) - 1];
}
