using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using PimBot.Application.Audit;
using PimBot.Application.Exports;
using PimBot.Application.Work;
using PimBot.Domain.Audit;

namespace PimBot.Exports;

/// <summary>A copy of the audit.</summary>
internal static class AuditFile
{
    /// <summary>Whether the chain of hashes in it can be verified: <c>whole</c>, or <c>part</c> of what there is.</summary>
    private const string ChainHeader = "PimBot-Audit-Chain";

    /// <summary>The number of the first entry that is kept; older ones were deleted by retention.</summary>
    private const string FirstHeader = "PimBot-Audit-First";

    private const string LastHeader = "PimBot-Audit-Last";

    public static ExportFile Of(IPimStore store, AuditExportPlan plan, bool withMark) =>
        new(plan.Format, plan.FileName, withMark)
        {
            Headers =
            [
                (ChainHeader, plan.IsWhole ? "whole" : "part"),
                (FirstHeader, (plan.After + 1).ToString(CultureInfo.InvariantCulture)),
                (LastHeader, plan.Last.ToString(CultureInfo.InvariantCulture)),
            ],
            Pages = stop => PagesAsync(store, plan, stop),
        };

    private static async IAsyncEnumerable<Action<IBufferWriter<byte>>> PagesAsync(
        IPimStore store,
        AuditExportPlan plan,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        if (plan.Format is ExportFormat.Csv)
        {
            yield return body => Encoding.UTF8.GetBytes(AuditCsv.Head, body);
        }

        await foreach (var (entries, names) in ExportAudit.PagesAsync(store, plan, cancellation))
        {
            yield return body => Write(body, plan, entries, names);
        }
    }

    private static void Write(
        IBufferWriter<byte> body,
        AuditExportPlan plan,
        IReadOnlyList<AuditEntry> entries,
        AuditNames? names
    )
    {
        foreach (var entry in entries)
        {
            if (names is not null)
            {
                Encoding.UTF8.GetBytes(AuditCsv.Row(entry, names), body);
            }
            else
            {
                AuditLine.Write(body, entry, plan.Store);
                body.Write("\n"u8);
            }
        }
    }
}
