namespace PimBot.Storage.Work;

/// <summary>How often a unit of work is run again when other writers are faster.</summary>
internal static class Reruns
{
    public const int Most = 10;

    public static StorageUnavailableException TooMany(Exception last) =>
        new($"The unit of work was run {Most} times, and lost to another writer or to stale data each time.", last);
}
