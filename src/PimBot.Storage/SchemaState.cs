namespace PimBot.Storage;

/// <summary>Compares the migrations that a database has had with those that this program knows.</summary>
internal static class SchemaState
{
    private const string Newer = "The database has a newer schema than this program: start the newer program.";
    private const string Older = "The database does not have this program's schema yet.";

    /// <exception cref="StorageUnavailableException">A newer program has migrated the database.</exception>
    public static void RefuseNewer(IEnumerable<string> known, IEnumerable<string> applied)
    {
        if (applied.Except(known, StringComparer.Ordinal).Any())
        {
            throw new StorageUnavailableException(Newer);
        }
    }

    /// <summary>Null when both are the same.</summary>
    public static string? Fault(IEnumerable<string> known, IEnumerable<string> applied)
    {
        var (ours, theirs) = (known.ToHashSet(StringComparer.Ordinal), applied.ToHashSet(StringComparer.Ordinal));
        return theirs.IsSubsetOf(ours) ? (ours.IsSubsetOf(theirs) ? null : Older) : Newer;
    }
}
