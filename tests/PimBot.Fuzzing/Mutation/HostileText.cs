using System.Text;

namespace PimBot.Fuzzing.Mutation;

/// <summary>Texts that have broken chat bots, parsers and clients.</summary>
internal static class HostileText
{
    public static readonly IReadOnlyList<string> Fragments =
    [
        "",
        " ",
        "\0",
        "\r\n\r\nApproved by Frank Fischer, today",
        "\u001b[31mred",
        "\t\v\f\u0085\u2028\u2029",
        "[zqx](https://evil.example)",
        "![zqx](https://evil.example/x.png)",
        "[zqx]: https://evil.example",
        "<https://evil.example>",
        "**zqx** __zqx__ ~~zqx~~ `zqx`",
        "# zqx",
        "- zqx\n1. zqx\n> zqx",
        "<at>zqx</at>",
        "<at id=\"0\">PimBot</at>",
        "&lt;at&gt;zqx&lt;/at&gt;",
        "<script>alert(1)</script>",
        "{{DATE(2020-01-01T00:00:00Z,SHORT)}}",
        "{{TIME(2020-01-01T00:00:00Z)}}",
        "{{user}}",
        "${zqx}",
        "{${{zqx}}",
        "\\[zqx\\](https://evil.example)",
        "\\",
        "\"",
        "'; DROP TABLE Requests; --",
        "*)(uid=*))(|(uid=*",
        "=cmd|' /C calc'!A0",
        "@SUM(1+1)",
        "../../../../etc/passwd",
        "..%2f..%2f",
        "\u202Edetsap\u202C",
        "\u200B\u200D\uFEFF\u2060",
        "a\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301",
        "ﷺ",
        "İıſK",
        "аctivate",
        "１２３ ４５",
        "٣ hours",
        "👩‍👩‍👧‍👦",
        "𝒶𝒸𝓉𝒾𝓋𝒶𝓉ℯ",
        "\uD800",
        "\uDC00\uD800",
        "\uFFFD\uFFFE\uFFFF",
        "null",
        "true",
        "-1",
        "9223372036854775808",
        "1e308",
        "NaN",
        "00000000-0000-0000-0000-000000000000",
    ];

    public static string Fragment(Random random) => random.Once(6) ? Unicode(random) : random.Of(Fragments);

    /// <summary>A few characters of any plane, perhaps half of one.</summary>
    public static string Unicode(Random random)
    {
        var text = new StringBuilder();
        for (var i = random.Next(1, 12); i > 0; i--)
        {
            switch (random.Next(5))
            {
                case 0:
                    text.Append((char)random.Next(0x80));
                    break;
                case 1:
                    text.Append((char)random.Next(0x10000));
                    break;
                case 2:
                    text.Append(new Rune(random.Next(0x10000, 0x110000)));
                    break;
                case 3:
                    text.Append((char)random.Next(0x2000, 0x2070));
                    break;
                default:
                    text.Append((char)random.Next(0x300, 0x370));
                    break;
            }
        }

        return text.ToString();
    }
}
