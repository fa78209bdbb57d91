using PimBot.Channel.Schema;
using PimBot.Channel.Turns;

namespace PimBot.Channel.Tests.Turns;

public sealed class TurnPlaceTests
{
    [Theory]
    [InlineData("a:1abc", "personal", true)]
    [InlineData("a:1abc", null, true)]
    [InlineData("19:abc@thread.v2", null, false)]
    [InlineData("19:abc@thread.v2", "personal", false)]
    [InlineData("a:1abc", "groupChat", false)]
    [InlineData("a:1abc", "channel", false)]
    public void A_conversation_is_personal_only_when_nothing_says_that_it_is_a_group(
        string id,
        string? type,
        bool isPersonal
    )
    {
        var conversation = new ConversationAccount { Id = id, ConversationType = type };
        var turn = new Turn(new Activity { Conversation = conversation }, "key", null, null, "");

        Assert.Equal(isPersonal, turn.IsPersonal);
    }
}
