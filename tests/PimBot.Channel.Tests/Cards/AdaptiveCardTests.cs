using System.Text.Json.Nodes;
using PimBot.Channel.Cards;

namespace PimBot.Channel.Tests.Cards;

public sealed class AdaptiveCardTests
{
    [Fact]
    public void A_card_is_written_type_first_in_a_fixed_order_without_nulls()
    {
        var card = new AdaptiveCard
        {
            FallbackText = CardText.Literal("Open this in Teams."),
            Body =
            [
                new TextBlock
                {
                    Text = CardText.Literal("Approve?"),
                    Style = TextBlockStyle.Heading,
                    Id = "title",
                },
            ],
        };
        Assert.Equal(
            """{"type":"AdaptiveCard","$schema":"http://adaptivecards.io/schemas/adaptive-card.json","version":"1.5","fallbackText":"Open this in Teams.","body":[{"type":"TextBlock","id":"title","text":"Approve?","wrap":true,"style":"heading"}]}""",
            card.ToJson().ToJsonString()
        );
    }

    [Fact]
    public void Every_element_and_action_is_written_as_the_schema_names_it()
    {
        var golden = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Cards", "every-element.json"));
        var written = EveryElement.Card().ToJson();
        Assert.True(
            JsonNode.DeepEquals(JsonNode.Parse(golden), written),
            written.ToJsonString(new() { WriteIndented = true })
        );
    }

    [Fact]
    public void The_same_card_gives_the_same_text() =>
        Assert.Equal(EveryElement.Card().ToJson().ToJsonString(), EveryElement.Card().ToJson().ToJsonString());

    [Fact]
    public void The_verb_is_in_the_data_too_and_the_callers_data_stay_as_they_are()
    {
        var data = new JsonObject { ["id"] = "7", ["verb"] = "other" };
        var action = new ActionExecute
        {
            Title = "Approve",
            Verb = "approve",
            Data = data,
        };
        var json = Written(action);
        Assert.Equal(
            """{"type":"Action.Execute","title":"Approve","verb":"approve","data":{"id":"7","verb":"approve"}}""",
            json
        );
        Assert.Equal("other", (string)data["verb"]!);
        Assert.Equal(
            """{"type":"Action.Submit","title":"Approve","data":{"verb":"approve"}}""",
            Written(new ActionSubmit { Title = "Approve", Verb = "approve" })
        );
    }

    [Fact]
    public void The_attachment_has_the_cards_content_type()
    {
        var attachment = EveryElement.Card().ToAttachment();
        Assert.Equal("application/vnd.microsoft.card.adaptive", attachment.ContentType);
        Assert.Equal("AdaptiveCard", (string)attachment.Content!["type"]!);
    }

    [Fact]
    public void A_card_refreshes_for_at_most_sixty_people()
    {
        var action = new ActionExecute { Title = "", Verb = "show" };
        Assert.Equal(
            60,
            new CardRefresh { Action = action, UserIds = new string[60] }
                .UserIds
                .Count
        );
        Assert.Throws<ArgumentException>(() => new CardRefresh { Action = action, UserIds = new string[61] });
    }

    [Theory]
    [InlineData("http://contoso.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/relative")]
    public void A_card_opens_only_https(string url) =>
        Assert.Throws<ArgumentException>(() =>
            new ActionOpenUrl { Title = "Open", Url = new Uri(url, UriKind.RelativeOrAbsolute) }
        );

    private static string Written(AdaptiveAction action)
    {
        var card = new AdaptiveCard
        {
            FallbackText = CardText.Literal("-"),
            Body = [],
            Actions = [action],
        };
        return card.ToJson()["actions"]![0]!.ToJsonString();
    }
}
