namespace PimBot.Verification;

/// <summary>Sends the browser on after a form (303), leaving nothing behind in caches or in <c>Referer</c>.</summary>
internal sealed class SeeOther(Uri address) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = StatusCodes.Status303SeeOther;
        response.Headers.Location = address.AbsoluteUri;
        response.Headers.CacheControl = "no-store";
        response.Headers["Referrer-Policy"] = "no-referrer";
        return Task.CompletedTask;
    }
}
