namespace PimBot.Api.Answers;

/// <summary>Ends a request with a problem, where nothing was done yet.</summary>
internal sealed class ApiProblemException(ApiProblem problem) : Exception(problem.Code)
{
    public ApiProblem Problem => problem;

    public static ApiProblemException Bad(string detail, string? place = null) => new(ApiProblem.Bad(detail, place));
}
