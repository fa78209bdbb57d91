using PimBot.Channel.Cards;

namespace PimBot.Channel.Tests.Cards;

public sealed class SafeTextTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("  Alice  ", "Alice")]
    [InlineData("a\r\nApproved by Bob", "a  Approved by Bob")]
    [InlineData("a\u2028b\u0085c", "a b c")]
    [InlineData("\u202egnp.exe\u202c", "gnp.exe")]
    [InlineData("a\u200b\u200c\u200d\u2060\ufeffb", "ab")]
    [InlineData("a\u2066b\u2069\u061c", "ab")]
    [InlineData("\u3164\u115f\u2800", "")]
    [InlineData("a\0b\u001b[0m", "ab[0m")]
    [InlineData("😀", "😀")]
    public void Text_is_what_it_looks_like(string? text, string expected) =>
        Assert.Equal(expected, SafeText.Clean(text, 100));

    [Theory]
    [InlineData("12345", 5, "12345")]
    [InlineData("123456", 5, "1234…")]
    [InlineData("123 56", 5, "123…")]
    [InlineData("12😀😀", 5, "12😀…")]
    [InlineData("123😀😀", 5, "123…")]
    [InlineData("😀", 1, "…")]
    public void Text_is_cut_between_characters(string text, int max, string expected)
    {
        Assert.Equal(expected, SafeText.Clean(text, max));
        Assert.True(expected.Length <= max);
    }

    [Fact]
    public void Half_a_surrogate_pair_disappears() => Assert.Equal("ab", SafeText.Clean("a\ud800b\udc00", 100));

    [Fact]
    public void A_hundred_kilobytes_are_cut() =>
        Assert.Equal(200, SafeText.Clean(new string('x', 100_000), 200).Length);

    [Fact]
    public void No_room_at_all_is_a_mistake() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SafeText.Clean("a", 0));
}
