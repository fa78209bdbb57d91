using System.Buffers;
using System.Globalization;
using System.Text;
using PimBot.Application.Audit;
using PimBot.Domain.Audit;

namespace PimBot.Audit;

/// <summary>One entry as a message of RFC 5424, framed by its length (RFC 6587, octet counting). What it says is the entry's line.</summary>
internal static class SyslogMessage
{
    // Facility 13 (log audit), severity 5 (notice).
    private const int Priority = (13 * 8) + 5;
    private const int LongestHost = 255;
    private static readonly string Host = HostOf(Environment.MachineName);

    public static void Write(IBufferWriter<byte> to, AuditEntry entry, string store)
    {
        var line = new ArrayBufferWriter<byte>(512);
        AuditLine.Write(line, entry, store);
        var header = Encoding.ASCII.GetBytes(
            string.Create(
                CultureInfo.InvariantCulture,
                $"<{Priority}>1 {entry.At.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'} {Host} PimBot - {entry.Event.Action} - "
            )
        );
        var length = header.Length + line.WrittenCount;
        to.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{length} ")));
        to.Write(header);
        to.Write(line.WrittenSpan);
    }

    private static string HostOf(string name) =>
        name.Length is > 0 and <= LongestHost && name.All(c => c is > ' ' and <= '~') ? name : "-";
}
