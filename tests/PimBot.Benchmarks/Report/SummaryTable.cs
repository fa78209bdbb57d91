namespace PimBot.Benchmarks.Report;

/// <summary>All figures of a run as one table in Markdown.</summary>
internal sealed class SummaryTable
{
    private readonly List<(string Figure, string PimBot, string Beside, string Ratio)> rows = [];

    /// <summary>Adds a figure with what was run beside it.</summary>
    public void Add(string figure, string unit, double value, double beside, int digits = 1) =>
        rows.Add((figure, $"{Text(value, digits)} {unit}", $"{Text(beside, digits)} {unit}", $"{value / beside:0.00}"));

    /// <summary>Adds a figure that has nothing beside it.</summary>
    public void Add(string figure, string value) => rows.Add((figure, value, "", ""));

    public void Print()
    {
        Console.WriteLine();
        Console.WriteLine("| figure | PimBot | beside it | ratio |");
        Console.WriteLine("|---|---:|---:|---:|");
        foreach (var (figure, value, beside, ratio) in rows)
        {
            Console.WriteLine($"| {figure} | {value} | {beside} | {ratio} |");
        }
    }

    private static string Text(double value, int digits) =>
        Math.Round(value, digits).ToString("#,0.#####", System.Globalization.CultureInfo.InvariantCulture);
}
