using PimBot.Application.Exports;

namespace PimBot.Application.Reviews;

/// <summary>A copy of a review's results: whose, and in which form. Answers that change meanwhile may be in it or not.</summary>
/// <param name="Summary">The review.</param>
/// <param name="Format">The form.</param>
public sealed record ReviewExportPlan(ReviewSummary Summary, ExportFormat Format)
{
    public string FileName => $"pimbot-review-{Summary.Review.Id}.{Format.Ending()}";
}
