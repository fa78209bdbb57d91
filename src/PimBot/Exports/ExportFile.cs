using System.Buffers;
using System.IO.Pipelines;
using PimBot.Application.Exports;

namespace PimBot.Exports;

/// <summary>A file as an answer, written page by page as it is read. If the reading fails, the connection is broken off: half a file never looks like a whole one.</summary>
/// <param name="Format">The form.</param>
/// <param name="Name">Of the file.</param>
/// <param name="WithMark">Whether CSV begins with the mark of UTF-8, by which spreadsheets know it.</param>
internal sealed record ExportFile(ExportFormat Format, string Name, bool WithMark) : IResult
{
    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];

    /// <summary>What the answer says besides of the file.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>The content in order, each part sent before the next one is read.</summary>
    public required Func<CancellationToken, IAsyncEnumerable<Action<IBufferWriter<byte>>>> Pages { get; init; }

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
            Format is ExportFormat.Csv ? "text/csv; charset=utf-8; header=present" : "application/jsonl; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename=\"{Name}\"";
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        foreach (var (name, value) in Headers)
        {
            response.Headers[name] = value;
        }
    }

    private async Task WriteAsync(PipeWriter body, CancellationToken cancellation)
    {
        if (WithMark && Format is ExportFormat.Csv)
        {
            body.Write(Mark);
        }

        await foreach (var write in Pages(cancellation))
        {
            write(body);
            await body.FlushAsync(cancellation);
        }

        await body.FlushAsync(cancellation);
    }
}
