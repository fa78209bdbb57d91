using System.Globalization;

namespace PimBot.Application.Access;

/// <summary>Something in a directory file that is refused.</summary>
/// <param name="Place">A path such as <c>policies[2].activation.maximum</c>, or <c>the document</c>.</param>
/// <param name="Message">What is wrong and what would be right, in words for an operator.</param>
public sealed record DirectoryFault(string Place, string Message)
{
    /// <summary>The place of a fault that concerns the file as a whole.</summary>
    public const string WholeDocument = "the document";

    /// <summary>Of a parser's own words within a message, in characters.</summary>
    public const int LongestReason = 200;

    /// <summary>From 1; null when no line helps.</summary>
    public int? Line { get; init; }

    /// <summary>In characters, from 1; null when no column helps.</summary>
    public int? Column { get; init; }

    /// <summary>One line, such as <c>policies[2].activation.maximum (line 41, column 30): must be …</c>.</summary>
    public override string ToString() =>
        Line is null
            ? $"{Place}: {Message}"
            : string.Create(CultureInfo.InvariantCulture, $"{Place} (line {Line}, column {Column}): {Message}");
}
