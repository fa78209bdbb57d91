using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using PimBot.Application.Audit;
using PimBot.Application.Work;

namespace PimBot.Audit;

/// <summary>A copy of the audit as an answer, written page by page as it is read. If the reading fails, the connection is broken off: half a file never looks like a whole one.</summary>
/// <param name="Store">Where it is read from.</param>
/// <param name="Plan">What is in it.</param>
/// <param name="WithMark">Whether CSV begins with the mark of UTF-8, by which spreadsheets know it.</param>
internal sealed record AuditExportFile(IPimStore Store, AuditExportPlan Plan, bool WithMark) : IResult
{
    /// <summary>Whether the chain of hashes in it can be verified: <c>whole</c>, or <c>part</c> of what there is.</summary>
    public const string ChainHeader = "PimBot-Audit-Chain";

    /// <summary>The number of the first entry that is kept; older ones were deleted by retention.</summary>
    public const string FirstHeader = "PimBot-Audit-First";

    public const string LastHeader = "PimBot-Audit-Last";

    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];
    private static readonly byte[] LineEnd = "\n"u8.ToArray();

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        SetHeaders(httpContext.Response);
        try
        {
            await WriteAsync(httpContext.Response.BodyWriter, httpContext.RequestAborted);
        }
        catch (Exception failure) when (httpContext.Response.HasStarted)
        {
            httpContext.Abort();
            if (failure is not OperationCanceledException)
            {
                throw;
            }
        }
    }

    private void SetHeaders(HttpResponse response)
    {
        response.ContentType =
            Plan.Format is AuditFormat.Csv
                ? "text/csv; charset=utf-8; header=present"
                : "application/jsonl; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename=\"{Plan.FileName}\"";
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers[ChainHeader] = Plan.IsWhole ? "whole" : "part";
        response.Headers[FirstHeader] = (Plan.After + 1).ToString(CultureInfo.InvariantCulture);
        response.Headers[LastHeader] = Plan.Last.ToString(CultureInfo.InvariantCulture);
    }

    private async Task WriteAsync(PipeWriter body, CancellationToken cancellation)
    {
        if (Plan.Format is AuditFormat.Csv)
        {
            body.Write(WithMark ? Mark : []);
            Write(body, AuditCsv.Head);
        }

        await foreach (var (entries, names) in ExportAudit.PagesAsync(Store, Plan, cancellation))
        {
            foreach (var entry in entries)
            {
                if (names is not null)
                {
                    Write(body, AuditCsv.Row(entry, names));
                }
                else
                {
                    AuditLine.Write(body, entry, Plan.Store);
                    body.Write(LineEnd);
                }
            }

            await body.FlushAsync(cancellation);
        }

        await body.FlushAsync(cancellation);
    }

    private static void Write(PipeWriter body, string text) => Encoding.UTF8.GetBytes(text, body);
}
