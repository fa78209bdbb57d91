using PimBot.Api.Answers;

namespace PimBot.Api.Security;

/// <summary>What stands in the gate's place while the API is off: nothing is there, and only the log says why.</summary>
internal sealed class ApiOff(ILogger<ApiOff> logger)
{
    private int isSaid;

    public Task AnswerAsync(HttpContext context)
    {
        if (Interlocked.Exchange(ref isSaid, 1) == 0)
        {
            ApiLog.Off(logger);
        }

        return ApiProblem.Of(StatusCodes.Status404NotFound).WriteAsync(context);
    }
}
