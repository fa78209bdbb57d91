namespace PimBot.Api.Answers;

/// <summary>The API's answers.</summary>
internal static class ApiResults
{
    public static IResult Ok<T>(T value) => Results.Json(value, ApiJson.Options);

    public static IResult Created<T>(HttpContext context, string location, T value)
    {
        context.Response.Headers.Location = location;
        return Results.Json(value, ApiJson.Options, statusCode: StatusCodes.Status201Created);
    }

    public static IResult Of(ApiProblem problem) => new ProblemResult(problem);
}
