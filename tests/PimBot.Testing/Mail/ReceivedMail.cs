using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PimBot.Testing;

/// <summary>A mail as the server got it.</summary>
/// <param name="From">The envelope's sender.</param>
/// <param name="To">The envelope's recipients.</param>
/// <param name="Source">Headers and body as they came.</param>
public sealed partial record ReceivedMail(string From, IReadOnlyList<string> To, string Source)
{
    /// <summary>The subject, decoded.</summary>
    public string Subject => Decode(Header("Subject") ?? "");

    /// <summary>The plain part, decoded.</summary>
    public string Text => Part("text/plain");

    /// <summary>The HTML part, decoded.</summary>
    public string Html => Part("text/html");

    /// <summary>The names of all headers of the mail itself, in order.</summary>
    public IReadOnlyList<string> HeaderNames => [.. Head(Source).Select(line => line.Split(':')[0])];

    /// <summary>The first header of that name, unfolded; null when there is none.</summary>
    public string? Header(string name) =>
        Head(Source)
            .Where(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))
            .Select(line => line[(name.Length + 1)..].Trim())
            .FirstOrDefault();

    public override string ToString() => $"To: {string.Join(", ", To)}\nSubject: {Subject}\n\n{Text}";

    private static List<string> Head(string source)
    {
        var lines = new List<string>();
        foreach (var line in source.Split("\r\n\r\n", 2)[0].Split("\r\n"))
        {
            if (line.Length > 0 && line[0] is ' ' or '\t' && lines.Count > 0)
            {
                lines[^1] += line;
            }
            else
            {
                lines.Add(line);
            }
        }

        return lines;
    }

    private string Part(string type)
    {
        var boundary = Boundary().Match(Header("Content-Type") ?? "").Groups["b"].Value;
        foreach (var part in Source.Split($"--{boundary}"))
        {
            var trimmed = part.TrimStart('\r', '\n');
            var head = Head(trimmed);
            if (
                head.Exists(line =>
                    line.StartsWith("Content-Type:", StringComparison.OrdinalIgnoreCase)
                    && line.Contains(type, StringComparison.OrdinalIgnoreCase)
                    && !line.Contains("boundary", StringComparison.Ordinal)
                )
            )
            {
                var encoding =
                    head.Find(line => line.StartsWith("Content-Transfer-Encoding:", StringComparison.OrdinalIgnoreCase))
                    ?? "";
                return Decode(trimmed.Split("\r\n\r\n", 2)[1], encoding);
            }
        }

        return "";
    }

    private static string Decode(string body, string encoding) =>
        encoding.Contains("base64", StringComparison.OrdinalIgnoreCase)
            ? Encoding.UTF8.GetString(Convert.FromBase64String(body))
        : encoding.Contains("quoted-printable", StringComparison.OrdinalIgnoreCase)
            ? QuotedPrintable(body.Replace("=\r\n", "", StringComparison.Ordinal))
        : body;

    private static string Decode(string header) =>
        Between().Replace(header, "?==?") is var joined
            ? Word()
                .Replace(
                    joined,
                    word =>
                        word.Groups["e"].Value is "B" or "b"
                            ? Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups["t"].Value))
                            : QuotedPrintable(word.Groups["t"].Value.Replace('_', ' '))
                )
            : "";

    private static string QuotedPrintable(string text)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '=' && i + 2 < text.Length)
            {
                bytes.Add(byte.Parse(text.AsSpan(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                i += 2;
            }
            else
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(text[i].ToString()));
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    [GeneratedRegex("boundary=\"?(?<b>[^\";]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Boundary();

    [GeneratedRegex(@"\?=\s+=\?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Between();

    [GeneratedRegex(@"=\?utf-8\?(?<e>[BQbq])\?(?<t>[^?]*)\?=", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word();
}
