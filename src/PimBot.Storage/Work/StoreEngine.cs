namespace PimBot.Storage.Work;

/// <summary>What every session of one store shares.</summary>
internal sealed record StoreEngine(SqlDialect Dialect)
{
    public PimQueries Queries { get; } = new();
}
