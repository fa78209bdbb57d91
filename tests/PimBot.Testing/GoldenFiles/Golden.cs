using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace PimBot.Testing;

/// <summary>Compares JSON with a file that is kept beside the test: <c>Golden/&lt;name&gt;.json</c>.</summary>
public static class Golden
{
    private const string Switch = "PIMBOT_GOLDEN";

    private static readonly JsonSerializerOptions Pretty = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>
    /// Fails unless <paramref name="actual"/>, pretty-printed in its own order of members, is the golden file's text.
    /// With <c>PIMBOT_GOLDEN=update</c> in the environment it writes the file instead.
    /// </summary>
    public static void Matches(string name, JsonNode actual, [CallerFilePath] string caller = "")
    {
        var folder = Path.Combine(Path.GetDirectoryName(RepositoryRoot.Source(caller))!, "Golden");
        Compare(Path.Combine(folder, name + ".json"), actual, Environment.GetEnvironmentVariable(Switch) == "update");
    }

    /// <summary>As <see cref="Matches"/>, for a page of text that lies beside the test.</summary>
    public static void MatchesText(string file, string actual, [CallerFilePath] string caller = "")
    {
        var folder = Path.GetDirectoryName(RepositoryRoot.Source(caller))!;
        Compare(Path.Combine(folder, file), actual, Environment.GetEnvironmentVariable(Switch) == "update");
    }

    internal static void Compare(string file, JsonNode actual, bool writes) =>
        Compare(file, actual.ToJsonString(Pretty) + "\n", writes);

    private static void Compare(string file, string text, bool writes)
    {
        var name = $"{Path.GetFileName(Path.GetDirectoryName(file))}/{Path.GetFileName(file)}";
        if (writes)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
            return;
        }

        if (!File.Exists(file))
        {
            Assert.Fail($"There is no {name} yet. Run the test with {Switch}=update, then read the file.\n{text}");
        }

        var expected = File.ReadAllText(file).ReplaceLineEndings("\n");
        if (expected != text)
        {
            Assert.Fail(
                $"{name} differs from line {FirstDifference(expected, text)} on. "
                    + $"If the change is meant, run with {Switch}=update and read the difference.\n{text}"
            );
        }
    }

    private static int FirstDifference(string expected, string actual) =>
        expected.Split('\n').Zip(actual.Split('\n')).TakeWhile(pair => pair.First == pair.Second).Count() + 1;
}
