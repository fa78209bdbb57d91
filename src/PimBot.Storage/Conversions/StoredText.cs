using System.Text;

namespace PimBot.Storage.Conversions;

/// <summary>
/// Text as both engines keep it alike: without NUL, which PostgreSQL refuses, and with U+FFFD for each lone surrogate,
/// which has no UTF-8 form. Everything else is kept as it is.
/// </summary>
internal static class StoredText
{
    public static string Clean(string text)
    {
        var whole = text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF')
            ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text))
            : text;
        return whole.Contains('\0') ? whole.Replace("\0", "", StringComparison.Ordinal) : whole;
    }

    /// <summary>Cleans, and refuses what is longer than the port's contract allows.</summary>
    public static string Limited(string text, int most, string name) =>
        Clean(text) is var clean && clean.Length <= most
            ? clean
            : throw new ArgumentException($"At most {most} characters are allowed.", name);
}
