namespace PimBot.Fuzzing.Engine;

/// <summary>Inputs worth mutating: the seeds, and each that made the product do something that no other had.</summary>
internal sealed class Corpus(IReadOnlyList<string> seeds)
{
    private const int Most = 5_000;
    private const int LongestKept = 64 * 1024;

    private readonly HashSet<string> signatures = new(StringComparer.Ordinal);
    private readonly List<string> inputs = [.. seeds];

    public int Count => inputs.Count;

    public int Signatures => signatures.Count;

    /// <summary>Keeps the input when its signature is new.</summary>
    public void Learn(string input, string signature)
    {
        if (signatures.Add(signature) && inputs.Count < Most && input.Length <= LongestKept)
        {
            inputs.Add(input);
        }
    }

    /// <summary>Any input, one in three times a recent one, since what is new leads to more that is.</summary>
    public string Pick(Random random)
    {
        var recent = Math.Min(20, inputs.Count);
        return random.Next(3) == 0 ? inputs[^(1 + random.Next(recent))] : inputs[random.Next(inputs.Count)];
    }
}
