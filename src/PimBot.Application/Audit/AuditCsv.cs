using System.Globalization;
using PimBot.Application.Exports;
using PimBot.Domain.Audit;

namespace PimBot.Application.Audit;

/// <summary>Entries as CSV, with the present names of whom and what they mention.</summary>
public static class AuditCsv
{
    private static readonly string[] Columns =
    [
        "sequence",
        "at",
        "action",
        "kind",
        "actor",
        "actorName",
        "subject",
        "subjectName",
        "group",
        "role",
        "roleName",
        "scope",
        "scopeName",
        "request",
        "grant",
        "reason",
        "ticket",
        "detail",
        "source",
        "correlation",
        "previousHash",
        "hash",
    ];

    /// <summary>The line with the names of the columns.</summary>
    public static string Head { get; } = CsvLine.Of(Columns);

    public static string Row(AuditEntry entry, AuditNames names)
    {
        var happened = entry.Event;
        return CsvLine.Of(
            entry.Sequence.ToString(CultureInfo.InvariantCulture),
            entry.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
            happened.Action.ToString(),
            AuditKinds.Of(happened.Action).ToString(),
            happened.Actor?.Value,
            names.Find(happened.Actor),
            happened.Subject?.Value,
            names.Find(happened.Subject),
            AuditGroups.Of(happened)?.Value,
            happened.Access?.Role.Value,
            names.Find(happened.Access?.Role),
            happened.Place?.Value,
            names.Find(happened.Place),
            happened.Request?.ToString(),
            happened.Grant?.ToString(),
            happened.Reason,
            happened.Ticket,
            happened.Detail,
            happened.Source,
            happened.Correlation,
            entry.PreviousHash,
            entry.Hash
        );
    }
}
