using System.Text;
using System.Text.Json;
using PimBot.Domain.Activations;

namespace PimBot.Application.Access;

/// <summary>
/// The directory file: people, groups, scopes, roles, policies, assignments, access reviews and alerts as one document.
/// Nothing is guessed: unknown keys, dangling references and impossible values are refused, all of them at once, each
/// with its place.
/// </summary>
/// <remarks>
/// A person is an enabled member unless the file says otherwise; what a policy leaves out has the value of
/// Microsoft's published default. Moments (<c>start</c>, <c>end</c>, <c>lastSignIn</c>) are ISO 8601 date-times, in
/// UTC where no offset is given, or ISO 8601 durations counted from the load, such as <c>P90D</c> and <c>-P2D</c>, so
/// that a file does not age. What was assigned under a looser policy may last longer than the present one allows
/// (<c>exceedsPolicy</c>). A review is held by people who are named, by members themselves (<c>self</c>) or their
/// managers (<c>manager</c>); one without a <c>start</c> begins with the load. A file without <c>policies</c>,
/// <c>reviews</c> or <c>alerts</c> leaves those of the store alone. Ids are compared without regard to case, as
/// Microsoft Entra and Azure do; GUIDs are kept in lower case, as tokens and activities carry them.
/// </remarks>
public static class DirectoryDocument
{
    /// <summary>Of the document, in UTF-8 bytes: several times what 50,000 assignments take.</summary>
    public const int LongestBytes = 64 * 1024 * 1024;

    /// <summary>Of maps and lists inside of each other.</summary>
    public const int DeepestNesting = 64;

    /// <summary>Of values in the document, so that a small file can't fill the memory.</summary>
    public const int MostValues = 5_000_000;

    /// <summary>Reads a document in JSON.</summary>
    /// <param name="json">Strict JSON, no comments.</param>
    /// <param name="now">The moment of the load: relative moments and the limits of assignments count from it.</param>
    public static DirectoryDocumentResult Parse(string json, DateTimeOffset now)
    {
        var text = json.AsSpan().TrimStart('\uFEFF');
        if (Encoding.UTF8.GetByteCount(text) > LongestBytes)
        {
            return Refused($"is longer than {LongestBytes / (1024 * 1024)} MB");
        }

        var utf8 = new byte[Encoding.UTF8.GetByteCount(text)];
        Encoding.UTF8.GetBytes(text, utf8);
        var reader = new DirectoryJson(utf8);
        try
        {
            return Read(reader.Read(), now);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            var (line, column) = reader.PositionOf(broken as JsonException);
            return Refused(
                broken is JsonException
                    ? $"is not valid JSON: {Reason(broken.Message)}"
                    : "is not valid JSON: a text contains half of a surrogate pair",
                line,
                column
            );
        }
    }

    /// <summary>Reads a document that another notation was turned into.</summary>
    /// <inheritdoc cref="Parse" path="/param[@name='now']"/>
    public static DirectoryDocumentResult Read(DirectoryNode root, DateTimeOffset now)
    {
        var reading = new DirectoryReading(now);
        var contents = DirectoryContentsReader.Read(new DirectoryCursor(root, reading.Faults), reading);
        return reading.Faults.Any
            ? DirectoryDocumentResult.Refused(reading.Faults.All)
            : DirectoryDocumentResult.Accepted(contents);
    }

    /// <summary>The result for a document in another notation that could not be turned into nodes.</summary>
    public static DirectoryDocumentResult Refuse(DirectoryFault fault) => DirectoryDocumentResult.Refused([fault]);

    // The position follows the reason, counted from 0 and in bytes: ours is shown instead. The reason may quote the file.
    private static string? Reason(string message) =>
        InertText.Clean(message.Split(" LineNumber:")[0].TrimEnd('.'), DirectoryFault.LongestReason);

    private static DirectoryDocumentResult Refused(string message, int? line = null, int? column = null) =>
        Refuse(new DirectoryFault(DirectoryFault.WholeDocument, message) { Line = line, Column = column });
}
