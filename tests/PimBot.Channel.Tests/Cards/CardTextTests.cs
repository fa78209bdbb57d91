using PimBot.Channel.Cards;

namespace PimBot.Channel.Tests.Cards;

public sealed class CardTextTests
{
    [Theory]
    [InlineData("Alice", "Alice")]
    [InlineData("**bold** _it_", @"\*\*bold\*\* \_it\_")]
    [InlineData("[link](https://evil.example)", @"\[link\](https://evil.example)")]
    [InlineData("![image](https://evil.example/x.png)", @"!\[image\](https://evil.example/x.png)")]
    [InlineData("<at>Bob</at>", @"\<at>Bob\</at>")]
    [InlineData("<https://evil.example>", @"\<https://evil.example>")]
    [InlineData("{{DATE(2026-03-01T12:00:00Z)}}", @"\{\{DATE(2026-03-01T12:00:00Z)\}\}")]
    [InlineData("${name}", @"$\{name\}")]
    [InlineData("`code`", @"\`code\`")]
    [InlineData(@"a\b", @"a\\b")]
    [InlineData("- item", @"\- item")]
    [InlineData("+ item", @"\+ item")]
    [InlineData("# heading", @"\# heading")]
    [InlineData("> quote", @"\> quote")]
    [InlineData("1. item", @"1\. item")]
    [InlineData("12) item", @"12\) item")]
    [InlineData("v1.2 - fine (really)", "v1.2 - fine (really)")]
    [InlineData("ok\n- item", "ok - item")]
    [InlineData("&lt;b&gt;", @"\&lt;b\&gt;")]
    [InlineData("&#60;", @"\&#60;")]
    [InlineData("R&D; and", @"R\&D; and")]
    [InlineData("Q&A", "Q&A")]
    [InlineData("a | b ~~c~~", @"a \| b \~\~c\~\~")]
    public void Foreign_text_shows_letter_for_letter(string foreign, string expected) =>
        Assert.Equal(expected, CardText.Escaped(foreign).Value);

    [Fact]
    public void Our_own_words_keep_their_markdown() =>
        Assert.Equal("**Approved**", CardText.Literal("**Approved**").Value);

    [Fact]
    public void What_is_filled_into_an_interpolated_text_is_escaped()
    {
        var (name, hours) = ("*Bob*", 1.5);
        Assert.Equal(@"**Approved** by \*Bob\*, 1.50 h", CardText.Of($"**Approved** by {name}, {hours:0.00} h").Value);
        Assert.Equal(@"*a* \{\{", CardText.Of($"{CardText.Literal("*a*")} {"{"}{"{"}").Value);
    }

    [Fact]
    public void Texts_are_joined_without_escaping_twice() =>
        Assert.Equal(@"By \*Bob\*", (CardText.Literal("By ") + CardText.Escaped("*Bob*")).Value);

    [Fact]
    public void Foreign_text_is_cut_before_it_is_escaped() =>
        Assert.Equal(@"\*\*…", CardText.Escaped("*****", 3).Value);

    [Fact]
    public void No_text_is_empty() => Assert.Equal(("", ""), (default(CardText).Value, CardText.Escaped(null).Value));
}
