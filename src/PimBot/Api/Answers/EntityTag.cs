using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Net.Http.Headers;

namespace PimBot.Api.Answers;

/// <summary>
/// The state of a resource as a strong ETag, made of all that is shown of it: a change is taken only by who has seen what
/// it changes.
/// </summary>
internal static class EntityTag
{
    private const int Length = 12;

    public static string Of<T>(T shown)
    {
        var hash = SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(shown, ApiJson.Options));
        return $"\"{Base64Url.EncodeToString(hash.AsSpan(..Length))}\"";
    }

    /// <summary>Null when the change may go on; a missing or wrong <c>If-Match</c> is 428 or 412. A star is no state that was seen.</summary>
    public static ApiProblem? Fault(HttpRequest request, string present, bool isRequired = true)
    {
        if (request.Headers.IfMatch.Count == 0)
        {
            return isRequired
                ? new(
                    StatusCodes.Status428PreconditionRequired,
                    "PreconditionRequired",
                    "Send If-Match with the ETag of what you mean to change."
                )
                : null;
        }

        var isSame =
            EntityTagHeaderValue.TryParseStrictList([.. request.Headers.IfMatch!], out var tags)
            && tags.Any(tag => !tag.IsWeak && tag.Tag == present);
        return isSame
            ? null
            : new(
                StatusCodes.Status412PreconditionFailed,
                "PreconditionFailed",
                "It was changed meanwhile. Read it again, and decide anew."
            );
    }

    public static void Set(HttpResponse response, string tag) => response.Headers.ETag = tag;
}
