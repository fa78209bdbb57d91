namespace PimBot.Api.Answers;

/// <summary>A problem as an endpoint's answer.</summary>
internal sealed class ProblemResult(ApiProblem problem) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => problem.WriteAsync(httpContext);
}
