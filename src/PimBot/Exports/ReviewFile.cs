using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using PimBot.Application.Exports;
using PimBot.Application.Reviews;
using PimBot.Application.Work;

namespace PimBot.Exports;

/// <summary>A copy of a review's results.</summary>
internal static class ReviewFile
{
    public static ExportFile Of(IPimStore store, ReviewExportPlan plan, bool withMark) =>
        new(plan.Format, plan.FileName, withMark) { Pages = stop => PagesAsync(store, plan, stop) };

    private static async IAsyncEnumerable<Action<IBufferWriter<byte>>> PagesAsync(
        IPimStore store,
        ReviewExportPlan plan,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        if (plan.Format is ExportFormat.Csv)
        {
            yield return body => Encoding.UTF8.GetBytes(ReviewResultLine.CsvHead, body);
        }

        await foreach (var rows in ExportReview.PagesAsync(store, plan, cancellation))
        {
            yield return body => Write(body, plan, rows);
        }
    }

    private static void Write(IBufferWriter<byte> body, ReviewExportPlan plan, IReadOnlyList<ReviewItemView> rows)
    {
        foreach (var row in rows)
        {
            if (plan.Format is ExportFormat.Csv)
            {
                Encoding.UTF8.GetBytes(ReviewResultLine.Csv(plan.Summary, row), body);
            }
            else
            {
                ReviewResultLine.WriteJson(body, plan.Summary, row);
                body.Write("\n"u8);
            }
        }
    }
}
