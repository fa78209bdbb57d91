using System.Globalization;
using System.Text;
using PimBot.Domain.Audit;

namespace PimBot.Application.Audit;

/// <summary>
/// Entries as CSV (RFC 4180: commas, CRLF, quotes doubled). Every cell is quoted, and none begins with what a spreadsheet
/// takes for a formula: such a cell gets an apostrophe before it, as OWASP advises.
/// </summary>
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
    public static string Head { get; } = Line(Columns);

    public static string Row(AuditEntry entry, AuditNames names)
    {
        var happened = entry.Event;
        return Line(
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

    /// <summary>The text as a cell, with its quotes.</summary>
    public static string Cell(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "\"\"";
        }

        var cell = new StringBuilder(text.Length + 3).Append('"');
        if (IsFormula(text))
        {
            cell.Append('\'');
        }

        foreach (var c in text)
        {
            cell.Append(c is '\0' ? '\uFFFD' : c);
            if (c is '"')
            {
                cell.Append('"');
            }
        }

        return cell.Append('"').ToString();
    }

    // Spreadsheets pass over white space and invisible characters at the beginning; the wide forms are formulas to some.
    private static bool IsFormula(string text)
    {
        foreach (var c in text)
        {
            if (
                c
                is '='
                    or '+'
                    or '-'
                    or '@'
                    or '\t'
                    or '\r'
                    or '\n'
                    or '＝'
                    or '＋'
                    or '－'
                    or '＠'
                    or '−'
                    or '﹢'
                    or '﹣'
                    or '﹦'
                    or '﹫'
                    or '|'
                    or '%'
            )
            {
                return true;
            }

            if (!char.IsWhiteSpace(c) && !char.IsControl(c) && char.GetUnicodeCategory(c) is not UnicodeCategory.Format)
            {
                return false;
            }
        }

        return false;
    }

    private static string Line(params string?[] cells) => string.Join(',', cells.Select(Cell)) + "\r\n";
}
