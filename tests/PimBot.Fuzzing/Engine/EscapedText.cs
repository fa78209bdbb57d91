using System.Globalization;
using System.Text;

namespace PimBot.Fuzzing.Engine;

/// <summary>Any text, halves of surrogate pairs and control characters too, on one line of ASCII, and back.</summary>
internal static class EscapedText
{
    public static string Of(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is >= ' ' and < '\x7f' and not '\\')
            {
                line.Append(c);
            }
            else
            {
                line.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            }
        }

        return line.ToString();
    }

    public static string Read(string line)
    {
        var text = new StringBuilder(line.Length);
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '\\')
            {
                text.Append(
                    (char)int.Parse(line.AsSpan(i + 2, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture)
                );
                i += 5;
            }
            else
            {
                text.Append(line[i]);
            }
        }

        return text.ToString();
    }
}
