using System.Text;

namespace PimBot.Bot.Tests.Cards;

/// <summary>Text that would do something if anything read it as more than text.</summary>
internal static class Nasty
{
    private const string Text =
        "# **Bold** _sly_ [Approve](https://evil.example/a) ![x](https://evil.example/x.png) <at>Bob</at> <b onclick=x>html</b> "
        + "{{DATE(2026-01-01T00:00:00Z, SHORT)}} ${secret} `code` ~~gone~~ &lt;b&gt; - item 1. one | cell\r\n\r\n> quote "
        + "\u202Etfel ot thgir\u202C \u2066x\u2069 \u200Bzero\u200D width\uFEFF \u0000\u0007bell 👩‍💻🔥🇩🇪 é e\u0301 漢字 عربي ";

    /// <summary>Exactly that long, in UTF-16 units, and never half a surrogate pair at the end.</summary>
    public static string Of(int length)
    {
        var text = new StringBuilder();
        while (text.Length < length)
        {
            text.Append(Text);
        }

        text.Length = length;
        if (char.IsHighSurrogate(text[^1]))
        {
            text[^1] = 'x';
        }

        return text.ToString();
    }
}
