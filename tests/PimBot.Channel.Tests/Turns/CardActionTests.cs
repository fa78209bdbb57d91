using System.Text.Json;
using PimBot.Channel.Schema;
using PimBot.Channel.Turns;

namespace PimBot.Channel.Tests.Turns;

public sealed class CardActionTests
{
    [Theory]
    [InlineData("""{"action":{"verb":"approve","data":{"id":"7"}},"trigger":"manual"}""", "approve", false)]
    [InlineData("""{"action":{"verb":"approve","data":{"id":"7"}}}""", "approve", false)]
    [InlineData("""{"action":{"data":{"verb":"approve","id":"7"}}}""", "approve", false)]
    [InlineData("""{"action":{"verb":"","data":{"verb":"approve","id":"7"}},"trigger":null}""", "approve", false)]
    [InlineData("""{"action":{"verb":"show","data":{"verb":"approve","id":"7"}}}""", "show", false)]
    [InlineData("""{"action":{"verb":"show","data":{"id":"7"}},"trigger":"automatic"}""", "show", true)]
    [InlineData("""{"action":{"verb":"show","data":{"id":"7"}},"trigger":"Manual"}""", "show", true)]
    [InlineData("""{"action":{"verb":"show","data":{"id":"7"}},"trigger":7}""", "show", true)]
    public void An_invoke_is_read(string value, string verb, bool isAutomatic)
    {
        var action = CardAction.From(Invoke(value));
        Assert.NotNull(action);
        Assert.Equal((verb, isAutomatic, "7"), (action.Verb, action.IsAutomatic, (string)action.Data["id"]!));
    }

    [Theory]
    [InlineData("""{"action":{"verb":"approve"}}""")]
    [InlineData("""{"action":{"verb":"approve","data":null}}""")]
    [InlineData("""{"action":{"verb":"approve","data":"text"}}""")]
    [InlineData("""{"action":{"verb":"approve","data":[1]}}""")]
    public void Data_that_is_no_object_is_no_data(string value) => Assert.Empty(CardAction.From(Invoke(value))!.Data);

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("\"approve\"")]
    [InlineData("""{"action":"approve"}""")]
    [InlineData("""{"action":{}}""")]
    [InlineData("""{"action":{"verb":7}}""")]
    [InlineData("""{"action":{"data":{"verb":["approve"]}}}""")]
    public void Without_a_verb_there_is_no_action(string value) => Assert.Null(CardAction.From(Invoke(value)));

    [Fact]
    public void A_submitted_message_is_the_same_action()
    {
        var action = CardAction.From(Message("""{"verb":"approve","id":"7"}""", null))!;
        Assert.Equal(("approve", false, "7"), (action.Verb, action.IsAutomatic, (string)action.Data["id"]!));
    }

    [Theory]
    [InlineData("""{"id":"7"}""", null)]
    [InlineData("""{"verb":"approve"}""", "please")]
    [InlineData("\"approve\"", null)]
    [InlineData("null", null)]
    public void A_message_that_is_no_submit_is_no_action(string value, string? text) =>
        Assert.Null(CardAction.From(Message(value, text)));

    [Fact]
    public void The_data_can_be_changed_without_changing_the_activity()
    {
        var turn = Invoke("""{"action":{"verb":"approve","data":{"id":"7"}}}""");
        CardAction.From(turn)!.Data["id"] = "8";
        Assert.Equal("7", (string)CardAction.From(turn)!.Data["id"]!);
    }

    private static Turn Invoke(string value) =>
        Turn(
            new Activity
            {
                Type = "invoke",
                Name = "adaptiveCard/action",
                Value = JsonElement.Parse(value),
            }
        );

    private static Turn Message(string value, string? text) =>
        Turn(
            new Activity
            {
                Type = "message",
                Text = text,
                Value = JsonElement.Parse(value),
            }
        );

    private static Turn Turn(Activity activity) => new(activity, "key", null, null, "");
}
