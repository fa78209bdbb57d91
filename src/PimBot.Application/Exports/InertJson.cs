using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace PimBot.Application.Exports;

/// <summary>How lines of JSON are written that are shown in terminals and pages: controls, invisible and bidirectional characters are escaped too.</summary>
internal static class InertJson
{
    public static readonly JsonWriterOptions Options = new() { Encoder = Encoder() };

    private static JavaScriptEncoder Encoder()
    {
        var allowed = new TextEncoderSettings(UnicodeRanges.All);
        var invisible = Enumerable
            .Range(char.MinValue, char.MaxValue + 1)
            .Select(code => (char)code)
            .Where(c => char.GetUnicodeCategory(c) is UnicodeCategory.Format);
        allowed.ForbidCharacters([.. invisible]);
        return JavaScriptEncoder.Create(allowed);
    }
}
