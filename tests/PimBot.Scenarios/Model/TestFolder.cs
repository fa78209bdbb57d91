namespace PimBot.Scenarios.Model;

/// <summary>
/// Where databases of one test lie: in memory where the system has such a place, for these tests end processes and no
/// machine, so that the disk's flushes prove nothing and cost most of the time.
/// </summary>
internal sealed class TestFolder : IDisposable
{
    private const string Memory = "/dev/shm";

    private readonly string path = Directory
        .CreateDirectory(
            Path.Combine(Directory.Exists(Memory) ? Memory : Path.GetTempPath(), $"pimbot-{Guid.NewGuid():N}")
        )
        .FullName;

    /// <summary>A migrated database with the cast in it.</summary>
    public string Template => Path.Combine(path, "template.db");

    /// <summary>A copy of the template.</summary>
    public string NewDatabase()
    {
        var file = Path.Combine(path, $"{Guid.NewGuid():N}.db");
        File.Copy(Template, file);
        return file;
    }

    public static void Delete(string database)
    {
        foreach (
            var file in Directory.EnumerateFiles(Path.GetDirectoryName(database)!, Path.GetFileName(database) + "*")
        )
        {
            File.Delete(file);
        }
    }

    public void Dispose() => Directory.Delete(path, recursive: true);
}
