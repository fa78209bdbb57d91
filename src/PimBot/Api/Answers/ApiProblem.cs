using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace PimBot.Api.Answers;

/// <summary>An error as it is answered: problem details (RFC 9457) with a code that stays.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">Graph's error code where it has one.</param>
/// <param name="Detail">What was wrong and what would be right, for people.</param>
internal sealed record ApiProblem(int Status, string Code, string Detail)
{
    public static readonly ApiProblem TokenRefused = new(
        StatusCodes.Status401Unauthorized,
        "InvalidAuthenticationToken",
        "Send a bearer token of a person of this tenant that was made for this API and has not expired."
    );

    public static readonly ApiProblem TokenNotFit = new(
        StatusCodes.Status403Forbidden,
        "Authorization_RequestDenied",
        "This token stands for no person, or its application was not given this API's permission."
    );

    public static readonly ApiProblem NotFound = new(
        StatusCodes.Status404NotFound,
        "ResourceNotFound",
        "There is no such thing, or none that you may see."
    );

    public static readonly ApiProblem TooManyRequests = new(
        StatusCodes.Status429TooManyRequests,
        "TooManyRequests",
        "That was too fast. Wait as long as Retry-After says."
    );

    /// <summary>Every reason, where rules are the cause: rule, code and sentence.</summary>
    public IReadOnlyList<ProblemReason> Reasons { get; init; } = [];

    /// <summary>Where in the body the fault is, as a JSON path.</summary>
    public string? Place { get; init; }

    /// <summary>A problem that its status says all about.</summary>
    public static ApiProblem Of(int status) =>
        status switch
        {
            StatusCodes.Status401Unauthorized => TokenRefused,
            StatusCodes.Status404NotFound => NotFound,
            StatusCodes.Status405MethodNotAllowed => new(status, "MethodNotAllowed", "See Allow for what is possible."),
            StatusCodes.Status413PayloadTooLarge => new(status, "RequestTooLarge", "The body is too long."),
            StatusCodes.Status415UnsupportedMediaType => new(status, "UnsupportedMediaType", "Send plain JSON."),
            StatusCodes.Status503ServiceUnavailable => new(status, "ServiceNotAvailable", "Try again in a while."),
            >= 500 => new(status, "InternalServerError", "Something went wrong here. Try again in a while."),
            _ => new(status, "BadRequest", "The request is not well-formed."),
        };

    public static ApiProblem Bad(string detail, string? place = null) =>
        new(StatusCodes.Status400BadRequest, "BadRequest", detail) { Place = place };

    public ProblemDetails ToDetails()
    {
        var details = new ProblemDetails
        {
            Title = ReasonPhrases.GetReasonPhrase(Status),
            Status = Status,
            Detail = Detail,
        };
        details.Extensions["code"] = Code;
        details.Extensions["reasons"] = Reasons;
        if (Place is not null)
        {
            details.Extensions["place"] = Place;
        }

        return details;
    }

    public Task WriteAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.StatusCode = Status;
        return context.Response.WriteAsJsonAsync(
            ToDetails(),
            ApiJson.Options,
            "application/problem+json",
            context.RequestAborted
        );
    }
}
