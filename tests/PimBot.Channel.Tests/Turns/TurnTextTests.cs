using System.Text.Json;
using PimBot.Channel.Schema;
using PimBot.Channel.Turns;

namespace PimBot.Channel.Tests.Turns;

public sealed class TurnTextTests
{
    private const string BotMention =
        """{"type":"mention","text":"<at>PimBot</at>","mentioned":{"id":"28:bot","name":"PimBot"}}""";

    [Theory]
    [InlineData("<at>PimBot</at> my roles", "my roles")]
    [InlineData("<at>PimBot</at>&nbsp;my&nbsp;roles", "my roles")]
    [InlineData("my roles <at>PimBot</at>", "my roles")]
    [InlineData("<at>PimBot</at> <at>PimBot</at> help", "help")]
    [InlineData("<at>PimBot</at>", "")]
    [InlineData("<AT id=\"0\">pimbot</AT> help", "help")]
    [InlineData("assign <at>Bob</at> to it <at>PimBot</at>", "assign <at>Bob</at> to it")]
    [InlineData("\u00a0help\u00a0", "help")]
    [InlineData("because\r\nof\tthis", "because  of this")]
    [InlineData("ap\u200bpro\u200eve\ufeff \u202edeny\u202c \u0000\u0007\u001b[31mred", "approve deny [31mred")]
    [InlineData("soft\u00adhyphen word\u2060joiner tag\U000E0041s", "softhyphen wordjoiner tags")]
    [InlineData("ok 👍🏽", "ok 👍🏽")]
    [InlineData("a < b > c & d", "a < b > c & d")]
    [InlineData("", "")]
    public void The_text_is_what_was_typed(string text, string expected) =>
        Assert.Equal(expected, TextOf(text, BotMention));

    [Theory]
    [InlineData("""{"type":"mention","text":"@PimBot","mentioned":{"id":"28:bot"}}""", "@PimBot help", "help")]
    [InlineData("""{"type":"mention","mentioned":{"id":"28:bot","name":"Renamed"}}""", "<at>Renamed</at> help", "help")]
    [InlineData(
        """{"type":"mention","text":"<at>Bob</at>","mentioned":{"id":"29:bob","name":"Bob"}}""",
        "<at>Bob</at> help",
        "<at>Bob</at> help"
    )]
    [InlineData("""{"type":"clientInfo","text":"help"}""", "help", "help")]
    [InlineData("""{"type":"mention"}""", "<at>PimBot</at> help", "help")]
    [InlineData("""{"type":"mention","text":null,"mentioned":null}""", "help", "help")]
    [InlineData("""{"type":"mention","text":"","mentioned":{"id":"28:bot"}}""", "help", "help")]
    public void Only_the_bots_own_mention_is_taken_out(string entity, string text, string expected) =>
        Assert.Equal(expected, TextOf(text, entity));

    [Fact]
    public void A_long_text_is_cut_and_never_within_a_character()
    {
        Assert.Equal(4000, TextOf(new string('x', 100_000), BotMention).Length);
        var cut = TextOf(new string('x', 3999) + "👍 more", BotMention);
        Assert.Equal(new string('x', 3999), cut);
    }

    [Fact]
    public void Half_a_surrogate_pair_disappears()
    {
        Assert.Equal("ab", TextOf("a\ud83db", BotMention));
        Assert.Equal("ab", TextOf("a\udc4db", BotMention));
    }

    [Fact]
    public void A_hundred_thousand_open_mentions_take_no_time()
    {
        var text = string.Concat(Enumerable.Repeat("<at ", 60_000));
        Assert.Equal(4000, TextOf(text, BotMention).TrimEnd().Length + 1);
    }

    private static string TextOf(string text, string entity) =>
        TurnText.Of(
            new Activity
            {
                Text = text,
                Recipient = new ChannelAccount { Id = "28:bot", Name = "PimBot" },
                Entities = [JsonElement.Parse(entity)],
            }
        );
}
