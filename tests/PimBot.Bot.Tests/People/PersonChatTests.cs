using PimBot.Bot.People;

namespace PimBot.Bot.Tests.People;

public sealed class PersonChatTests
{
    [Theory]
    [InlineData("Europe/Berlin", "Europe/Berlin")]
    [InlineData("Europe//Berlin", "UTC")]
    [InlineData("Nowhere/Land", "UTC")]
    [InlineData("", "UTC")]
    [InlineData(null, "UTC")]
    public void Only_the_name_proper_is_a_time_zones_name(string? name, string zone) =>
        Assert.Equal(zone, PersonChat.Find(name).Id);
}
