namespace PimBot.Application.Access.AsCode;

/// <summary>One entry in which the store and the file differ.</summary>
/// <param name="Before">What the store has; null: nothing.</param>
/// <param name="After">What the file has; null: nothing.</param>
public sealed record DirectoryEdit<T>(T? Before, T? After)
    where T : class
{
    /// <summary>The values that differ; empty for an entry that comes or goes as a whole.</summary>
    public IReadOnlyList<DirectoryDetail> Details { get; init; } = [];

    /// <summary>Whether it is drift: the store has it, the file does not, and it stays.</summary>
    public bool IsDrift { get; init; }
}
