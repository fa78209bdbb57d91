using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using PimBot.Domain.Activations;

namespace PimBot.Domain.Tests.Activations;

public sealed class InertTextTests
{
    private static readonly UnicodeCategory[] Forbidden =
    [
        UnicodeCategory.Control,
        UnicodeCategory.Format,
        UnicodeCategory.Surrogate,
        UnicodeCategory.PrivateUse,
        UnicodeCategory.OtherNotAssigned,
        UnicodeCategory.LineSeparator,
        UnicodeCategory.ParagraphSeparator,
    ];

    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData(" \r\n\t ", null)]
    [InlineData("\u200B\u2060\u202E", null)]
    [InlineData("\u3164\u115F\u2800\uFFA0", null)]
    [InlineData("\0", null)]
    [InlineData("\uD800", null)]
    [InlineData("  a  b ", "a b")]
    [InlineData("a\r\n\r\nApproved by Bob", "a Approved by Bob")]
    [InlineData("a\u2028b\u0085c", "a b c")]
    [InlineData("abc\u202Egpj.exe", "abcgpj.exe")]
    [InlineData("pa\u200Bss", "pass")]
    [InlineData("a\uDC00b", "ab")]
    [InlineData("naïve 数 👍", "naïve 数 👍")]
    [InlineData("e\u0301", "e\u0301")]
    [InlineData("<at>Bob</at> {{DATE()}} [x](y)", "<at>Bob</at> {{DATE()}} [x](y)")]
    public void Only_what_can_be_read_is_kept(string? text, string? kept) =>
        Assert.Equal(kept, InertText.Clean(text, 100));

    [Theory]
    [InlineData("12345", 5, "12345")]
    [InlineData("123456", 5, "1234…")]
    [InlineData("123👍", 5, "123👍")]
    [InlineData("123👍6", 5, "123…")]
    [InlineData("1234👍", 5, "1234…")]
    [InlineData("12", 1, "…")]
    public void What_is_too_long_is_cut_between_characters(string text, int longest, string cut) =>
        Assert.Equal(cut, InertText.Clean(text, longest));

    [Fact]
    public void Whatever_is_typed_comes_out_inert_and_short()
    {
        var characters = Gen.OneOf(
            Gen.Choose(0, 0xFFFF).Select(code => ((char)code).ToString()),
            Gen.Choose(0, 0x1F).Select(code => ((char)code).ToString()),
            Gen.Choose(0x2000, 0x206F).Select(code => ((char)code).ToString()),
            Gen.Choose(0xD800, 0xDFFF).Select(code => ((char)code).ToString()),
            Gen.Choose(0x10000, 0x10FFFF).Select(char.ConvertFromUtf32),
            Gen.Elements("a", " ", "é", "👍", "\r\n", "…")
        );
        var texts =
            from length in Gen.Choose(0, 200)
            from pieces in characters.ArrayOf(length)
            select string.Concat(pieces);
        Prop.ForAll(
                texts.ToArbitrary(),
                Gen.Choose(1, 120).ToArbitrary(),
                (text, longest) => Assert.Empty(Faults(InertText.Clean(text, longest), longest))
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Fact]
    public void What_is_inert_stays_as_it_is() =>
        Prop.ForAll<NonNull<string>>(text =>
            {
                var once = InertText.Clean(text.Get, 50);
                Assert.Equal(once, InertText.Clean(once, 50));
            })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    private static IEnumerable<string> Faults(string? clean, int longest)
    {
        if (clean is null)
        {
            yield break;
        }

        if (clean.Length == 0 || clean.Length > longest || clean.Trim() != clean)
        {
            yield return $"“{clean}” is {clean.Length} long";
        }

        foreach (var rune in clean.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar || Forbidden.Contains(Rune.GetUnicodeCategory(rune)))
            {
                yield return $"U+{rune.Value:X4} was kept";
            }
        }
    }
}
