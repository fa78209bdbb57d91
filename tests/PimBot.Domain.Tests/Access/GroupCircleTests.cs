using PimBot.Domain.Access;

namespace PimBot.Domain.Tests.Access;

public sealed class GroupCircleTests
{
    [Theory]
    [InlineData("a in a", "")]
    [InlineData("a owns a", "")]
    [InlineData("a in b", "b in a")]
    [InlineData("a in b", "b in c, c in d, d in a")]
    [InlineData("a owns b", "b in a")]
    [InlineData("a in b", "b owns a")]
    [InlineData("a in b", "b owns c, c in a")]
    [InlineData("a in b", "b owns a, b in c, c in a")]
    public void A_group_that_would_be_in_itself_or_own_itself_is_found(string added, string held) =>
        Assert.True(IsClosed(added, held));

    [Theory]
    [InlineData("a in b", "")]
    [InlineData("a in b", "a in c, c in d, b in d")]
    [InlineData("a in b", "c in a, b in d")]
    [InlineData("a owns b", "b owns a")]
    [InlineData("a in b", "b owns c, c owns a")]
    [InlineData("a in b", "c in d, d in c")]
    public void Whoever_owns_a_group_is_no_member_of_it_and_other_circles_do_not_count(string added, string held) =>
        Assert.False(IsClosed(added, held));

    private static bool IsClosed(string added, string held) =>
        GroupCircle.IsClosedBy(Hold(added), held.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(Hold));

    private static GroupHold Hold(string words)
    {
        var parts = words.Split(' ');
        return new(new GroupId(parts[0]), new GroupId(parts[2]), parts[1] == "owns");
    }
}
