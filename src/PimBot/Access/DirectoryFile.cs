using System.Text;
using PimBot.Application.Access;

namespace PimBot.Access;

/// <summary>Reads the file that the setting <c>Directory:File</c> names: JSON when it ends in <c>.json</c>, YAML when it ends in <c>.yaml</c> or <c>.yml</c>.</summary>
internal static class DirectoryFile
{
    public const string Setting = "Directory:File";

    private static readonly UTF8Encoding StrictUtf8 = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    /// <param name="path">Relative to the working directory, or absolute.</param>
    /// <param name="now">The moment of the load.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="DirectoryFileException">The file can't be read, or is refused; the message says all the reasons.</exception>
    public static async Task<DirectoryContents> ReadAsync(
        string path,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var isJson = Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".json" => true,
            ".yaml" or ".yml" => false,
            _ => throw new DirectoryFileException(
                $"{Setting} names {path}, which ends neither in .json nor in .yaml or .yml."
            ),
        };
        var text = await TextAsync(path, cancellation);
        var result = isJson ? DirectoryDocument.Parse(text, now) : DirectoryYaml.Parse(text, now);
        return result.IsAccepted ? result.Contents : throw new DirectoryFileException(path, result.Faults);
    }

    private static async Task<string> TextAsync(string path, CancellationToken cancellation)
    {
        try
        {
            await using var file = File.OpenRead(path);
            // A pipe or device has no length to check beforehand: never more than the limit is taken.
            var bytes = new byte[DirectoryDocument.LongestBytes + 1];
            var count = await file.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellation);
            if (count > DirectoryDocument.LongestBytes)
            {
                throw new DirectoryFileException(
                    $"{Setting} names {path}, which is longer than {DirectoryDocument.LongestBytes} bytes."
                );
            }

            return StrictUtf8.GetString(bytes, 0, count).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException notUtf8)
        {
            throw new DirectoryFileException($"{Setting} names {path}, which is not in UTF-8.", notUtf8);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new DirectoryFileException(
                $"{Setting} names {path}, which can't be read: {unreadable.Message}",
                unreadable
            );
        }
    }
}
