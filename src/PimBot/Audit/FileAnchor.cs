using System.Text;
using Microsoft.Extensions.Options;
using PimBot.Application.Audit;

namespace PimBot.Audit;

/// <summary>
/// Appends anchors to a file, each flushed to the disk. The file is only ever appended to, so that it can be marked so
/// (<c>chattr +a</c>); what a crash left of a line stays, and the next begins on its own.
/// </summary>
internal sealed class FileAnchor(IOptions<AuditOptions> options) : IAuditSink
{
    private const int LongestLine = 4096;
    private const byte LineEnd = (byte)'\n';

    public string Name => AuditOutlets.AnchorFile;

    public bool IsAnchor => true;

    public async Task<AuditSent> SendAsync(AuditBatch batch, CancellationToken cancellation)
    {
        var anchor = options.Value.Anchor;
        try
        {
            var seal = await AppendAsync(anchor.File!, batch, anchor.Key, cancellation);
            return new AuditSent(1, seal, null);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new AuditSent(0, batch.Mark, failure.GetType().Name);
        }
    }

    private static async Task<string> AppendAsync(
        string path,
        AuditBatch batch,
        string? key,
        CancellationToken cancellation
    )
    {
        var (previous, isWhole) = await LastAsync(path, cancellation);
        var line = AnchorLine.Of(AnchorOf(batch), previous, key);
        await using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
        await file.WriteAsync(Encoding.UTF8.GetBytes($"{(isWhole ? "" : "\n")}{line.Write()}\n"), cancellation);
        file.Flush(flushToDisk: true);
        return line.Seal;
    }

    internal static Domain.Audit.AuditAnchor AnchorOf(AuditBatch batch) =>
        new(batch.Store, batch.Entries[^1].Sequence, batch.Entries[^1].Hash, batch.At);

    /// <summary>The seal of the last line that is one, and whether the file ends with a line's end.</summary>
    private static async Task<(string? Seal, bool IsWhole)> LastAsync(string path, CancellationToken cancellation)
    {
        if (!File.Exists(path))
        {
            return (null, true);
        }

        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        file.Seek(-Math.Min(file.Length, LongestLine), SeekOrigin.End);
        var end = new byte[Math.Min(file.Length, LongestLine)];
        await file.ReadExactlyAsync(end, cancellation);
        var lines = Encoding.UTF8.GetString(end).Split('\n');
        var last = lines.Reverse().Select(AnchorLine.Read).FirstOrDefault(line => line is not null);
        return (last?.Seal, end.Length == 0 || end[^1] == LineEnd);
    }
}
