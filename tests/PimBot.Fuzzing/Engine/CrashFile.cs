namespace PimBot.Fuzzing.Engine;

/// <summary>The inputs that break a property, one a line after a few lines of comment, to be fed again from a fresh round.</summary>
/// <param name="Target">Whose inputs they are.</param>
/// <param name="Inputs">In the order in which they were fed.</param>
internal sealed record CrashFile(string Target, IReadOnlyList<string> Inputs)
{
    private const string Comment = "# ";

    /// <summary>Stores it in the crash folder and returns its path.</summary>
    public string Store(int seed, PropertyBrokenException broken)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "pimbot-fuzz-crashes"));
        var name = string.Concat(broken.Property.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
        var file = Path.Combine(folder.FullName, $"{Target}-{seed}-{name}-{Guid.NewGuid():N}.txt");
        string[] head = [Target, $"{Comment}seed {seed}", .. Lines(broken).Select(line => Comment + line)];
        File.WriteAllLines(file, [.. head, .. Inputs.Select(EscapedText.Of)]);
        return file;
    }

    public static CrashFile Read(string file)
    {
        var lines = File.ReadAllLines(file);
        var inputs = lines.Skip(1).SkipWhile(line => line.StartsWith(Comment, StringComparison.Ordinal));
        return new CrashFile(lines[0], [.. inputs.Select(EscapedText.Read)]);
    }

    private static IEnumerable<string> Lines(PropertyBrokenException broken) =>
        broken.ToString().Split('\n').Take(60).Select(line => EscapedText.Of(line.TrimEnd()));
}
