using System.Globalization;
using System.Text;

namespace PimBot.Application.Exports;

/// <summary>
/// A line of CSV (RFC 4180: commas, CRLF, quotes doubled). Every cell is quoted, and none begins with what a spreadsheet
/// takes for a formula: such a cell gets an apostrophe before it, as OWASP advises.
/// </summary>
internal static class CsvLine
{
    /// <summary>The line, with its end.</summary>
    public static string Of(params IEnumerable<string?> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    private static string Cell(string? text)
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
}
