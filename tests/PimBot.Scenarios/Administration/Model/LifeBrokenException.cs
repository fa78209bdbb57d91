namespace PimBot.Scenarios.Administration.Model;

/// <summary>The product did what the rules don't allow, or did not do what they demand.</summary>
internal sealed class LifeBrokenException(string message, int seed = 0, IReadOnlyList<int>? steps = null)
    : Exception(message)
{
    public int Seed { get; } = seed;

    /// <summary>Those that were made, to the one that broke.</summary>
    public IReadOnlyList<int> Steps { get; } = steps ?? [];
}
