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
    /// <param name="setting">The setting that names the file; null when whoever runs the command does.</param>
    /// <exception cref="DirectoryFileException">The file can't be read, or is refused; the message says all the reasons.</exception>
    public static async Task<DirectoryContents> ReadAsync(
        string path,
        DateTimeOffset now,
        CancellationToken cancellation,
        string? setting = Setting
    )
    {
        var subject = setting is null ? path : $"{setting} names {path}, which";
        var isJson =
            IsJson(path) ?? throw new DirectoryFileException($"{subject} ends neither in .json nor in .yaml or .yml.");
        var text = await TextAsync(path, subject, cancellation);
        var result = isJson ? DirectoryDocument.Parse(text, now) : DirectoryYaml.Parse(text, now);
        return result.IsAccepted ? result.Contents : throw new DirectoryFileException(path, result.Faults);
    }

    /// <summary>Whether the name says JSON, or YAML; null: neither.</summary>
    public static bool? IsJson(string path) =>
        Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".json" => true,
            ".yaml" or ".yml" => false,
            _ => null,
        };

    private static async Task<string> TextAsync(string path, string subject, CancellationToken cancellation)
    {
        try
        {
            await using var file = File.OpenRead(path);
            // A pipe or device has no length to check beforehand: never more than the limit is taken.
            using var bytes = new MemoryStream();
            var part = new byte[64 * 1024];
            while (await file.ReadAsync(part, cancellation) is > 0 and var count)
            {
                bytes.Write(part, 0, count);
                if (bytes.Length > DirectoryDocument.LongestBytes)
                {
                    throw new DirectoryFileException(
                        $"{subject} is longer than {DirectoryDocument.LongestBytes} bytes."
                    );
                }
            }

            return StrictUtf8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException notUtf8)
        {
            throw new DirectoryFileException($"{subject} is not in UTF-8.", notUtf8);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new DirectoryFileException($"{subject} can't be read: {unreadable.Message}", unreadable);
        }
    }
}
