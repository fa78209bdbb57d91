using PimBot.Api.Answers;
using PimBot.Api.Security;
using PimBot.Application.Reviews;
using PimBot.Application.Work;
using PimBot.Exports;

namespace PimBot.Api.Reviews;

/// <summary>The results of an occurrence as one file.</summary>
internal static class ReviewExportEndpoints
{
    public static void MapReviewExport(this IEndpointRouteBuilder api) =>
        api.MapGet($"{ReviewInstanceEndpoints.Path}/{{id}}/decisions/export", ExportAsync)
            .ProducesFile()
            .WithSummary(
                "Get the results of a review as one file: CSV or JSON Lines. For those who may see its role and scope; its reviewers list what they review."
            );

    private static async Task<IResult> ExportAsync(
        string definition,
        string id,
        string? format,
        bool? bom,
        HttpContext context,
        ApiCaller caller,
        IPimStore store
    )
    {
        var form = ExportForm.Of(format);
        return await store.CommitAsync<IResult>(
            async (work, stop) =>
            {
                var (review, _) = await ReviewFinder.InstanceAsync(work, caller, definition, id, stop);
                var decision = await ExportReview.BeginAsync(work, caller.Id, review.Id, form, stop);
                return decision.IsAllowed
                    ? ReviewFile.Of(store, decision.Value, bom is true)
                    : ApiResults.Of(await ReviewFinder.RefusedAsync(work, decision.Refusal, review.Access.Role, stop));
            },
            context.RequestAborted
        );
    }
}
