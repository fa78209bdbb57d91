using System.Text;
using PimBot.Application.Access;
using PimBot.Application.Access.AsCode;

namespace PimBot.Access.Commands;

/// <summary><c>policy export</c>: writes everything in the store. What is written was read back first.</summary>
internal static class ExportPolicy
{
    private const string Stdout = "-";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static async Task<int> RunAsync(
        PolicyArguments arguments,
        WebApplicationBuilder settings,
        PolicyConsole console,
        CancellationToken cancellation
    )
    {
        var isJson =
            arguments.File == Stdout
                ? true
                : DirectoryFile.IsJson(arguments.File)
                    ?? throw new PolicyException($"{arguments.File} ends neither in .json nor in .yaml or .yml.");
        await using var store = await PolicyStore.OpenAsync(settings, cancellation);
        var contents = await store.ReadAsync(cancellation);
        var text = Text(contents, isJson);
        if (Unsaid(contents) is > 0 and var unsaid)
        {
            await console.Error.WriteLineAsync(
                $"Not in it: {unsaid} series of access reviews with the role, scope and name of a newer one. Stop them in chat, or begin them anew with names of their own."
            );
        }

        if (arguments.File == Stdout)
        {
            await console.Out.WriteAsync(text);
            return PolicyCommands.Done;
        }

        await WriteAsync(arguments.File, text, cancellation);
        await console.Out.WriteLineAsync($"{arguments.File} is written: {ValidatePolicy.Size(contents)}.");
        return PolicyCommands.Done;
    }

    private static string Text(DirectoryContents contents, bool isJson)
    {
        var root = DirectoryWriter.Write(contents, contents.ReadAt);
        var text = isJson ? DirectoryJsonWriter.Write(root) : DirectoryYamlWriter.Write(root);
        var result = isJson
            ? DirectoryDocument.Parse(text, contents.ReadAt)
            : DirectoryYaml.Parse(text, contents.ReadAt);
        return result.IsAccepted ? text : throw new DirectoryFileException("of this store", result.Faults);
    }

    // A file knows series by role, scope and name, and so says the newest of each.
    private static int Unsaid(DirectoryContents contents) =>
        contents.Reviews.Where(r => !r.IsOver).GroupBy(r => (r.Access, r.Name)).Sum(same => same.Count() - 1);

    // Beside the file first: whoever reads it meanwhile finds the old one or the new one, never a half.
    private static async Task WriteAsync(string file, string text, CancellationToken cancellation)
    {
        var beside = $"{file}.new";
        try
        {
            await File.WriteAllTextAsync(beside, text, Utf8, cancellation);
            File.Move(beside, file, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(beside))
            {
                File.Delete(beside);
            }

            throw new PolicyException($"{file} can't be written: {failure.Message}", failure);
        }
    }
}
