using Microsoft.AspNetCore.Http;
using PimBot.Channel.Http;

namespace PimBot.Channel.Endpoint;

/// <summary>The bytes of a request, or the HTTP status that refuses them.</summary>
internal static class RequestBody
{
    /// <summary>Largest body taken, in bytes; Teams keeps activities under about 100 KB.</summary>
    public const int Limit = 256 * 1024;

    /// <summary>Status 415 for anything that is not plain JSON (a compressed body is never inflated), 413 above the limit.</summary>
    public static async Task<(ReadOnlyMemory<byte> Body, int? Refusal)> ReadAsync(HttpRequest request)
    {
        if (!request.HasJsonContentType() || IsEncoded(request))
        {
            return (default, StatusCodes.Status415UnsupportedMediaType);
        }

        if (request.ContentLength > Limit)
        {
            return (default, StatusCodes.Status413PayloadTooLarge);
        }

        try
        {
            var body = await BoundedContent.ReadAsync(request.Body, Limit, request.HttpContext.RequestAborted);
            return body is { } bytes ? (bytes, null) : (default, StatusCodes.Status413PayloadTooLarge);
        }
        catch (BadHttpRequestException e)
        {
            return (default, e.StatusCode);
        }
    }

    private static bool IsEncoded(HttpRequest request) =>
        request.Headers.ContentEncoding.Any(e => !string.Equals(e, "identity", StringComparison.OrdinalIgnoreCase));
}
