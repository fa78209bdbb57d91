namespace PimBot.Benchmarks.Processes;

/// <summary>What <see cref="ProbedHost"/> answers.</summary>
/// <param name="Heap">Bytes of the managed heap.</param>
/// <param name="Allocated">Bytes allocated since the start.</param>
/// <param name="Commits">Transactions that EF Core committed since the start.</param>
/// <param name="Statements">How often EF Core ran each statement since the start.</param>
internal sealed record ProbeReading(long Heap, long Allocated, int Commits, Dictionary<string, int> Statements);
