using PimBot.Bot.Commands;
using Xunit;

namespace PimBot.Bot.Tests.Commands;

public sealed class RoleNamesTests
{
    [Theory]
    [InlineData("Exchange Administrator", "ea")]
    [InlineData("exchange admin", "ea")]
    [InlineData("EXCHANGE ADM.", "ea")]
    [InlineData("the exchange administrator role", "ea")]
    [InlineData("as Exchange Admin", "ea")]
    [InlineData("Exchänge Administrator", "ea")]
    [InlineData("Ｅｘｃｈａｎｇｅ Administrator", "ea")]
    [InlineData("\uFEFFExchange Administrator\u200E", "ea")]
    [InlineData("exchange-administrator", "ea")]
    [InlineData("exo", "ea")]
    [InlineData("exchange", "ea")]
    [InlineData("exch adm", "ea")]
    [InlineData("exchnge", "ea")]
    [InlineData("Exchagne Adminstrator", "ea")]
    [InlineData("ga", "ga")]
    [InlineData("help desk admin", "hd")]
    [InlineData("user admin", "ua")]
    [InlineData("user access admin", "uaa")]
    [InlineData("privileged role admin", "pra")]
    [InlineData("privileged auth", "paa")]
    [InlineData("machine contributor", "vmc")]
    [InlineData("vm contributer", "vmc")]
    [InlineData("skype", "sfb")]
    public void One_role_is_found(string text, string key) =>
        Assert.Equal(key, Assert.IsType<RoleMatch.Exact>(RoleNames.Match(text, Typed.Roles)).Role.Key);

    [Theory]
    [InlineData("user", "ua uaa")]
    [InlineData("privileged admin", "pra paa")]
    [InlineData("administrator", "ga ea hd sfb ua uaa pra paa")]
    public void Several_roles_are_asked_about(string text, string keys) =>
        Assert.Equal(
            keys.Split(' '),
            Assert.IsType<RoleMatch.Ambiguous>(RoleNames.Match(text, Typed.Roles)).Roles.Select(role => role.Key)
        );

    [Theory]
    [InlineData("billing admin")]
    [InlineData("g")]
    [InlineData("uxa")]
    [InlineData("")]
    [InlineData("role")]
    [InlineData("🙂")]
    [InlineData("Exchange Administrator Reader")]
    [InlineData("Global Administrator on Production")]
    [InlineData("Exch\u200Bange Administrator")]
    [InlineData("Exchange\u00AD Administrator")]
    [InlineData("Exch\u202Eange Administrator")]
    [InlineData("Ex\uFE0Fchange Administrator")]
    [InlineData("Ехсhange Administrator")]
    [InlineData("Glоbal Administrator")]
    [InlineData("Global Αdministrator")]
    [InlineData("ԌА")]
    [InlineData("\uD800 Exchange Administrator")]
    public void No_role_is_found_by_accident(string text) =>
        Assert.IsType<RoleMatch.None>(RoleNames.Match(text, Typed.Roles));

    [Fact]
    public void Two_roles_equally_near_to_a_typo_are_asked_about()
    {
        NamedRole[] roles = [new("1", "Tester Alpha", []), new("2", "Tested Alpha", [])];
        var match = Assert.IsType<RoleMatch.Ambiguous>(RoleNames.Match("Testes Alpha", roles));
        Assert.Equal(["1", "2"], match.Roles.Select(role => role.Key));
        Assert.Equal("1", Assert.IsType<RoleMatch.Exact>(RoleNames.Match("Tester Alpha", roles)).Role.Key);
    }

    [Fact]
    public void Two_roles_of_the_same_name_are_asked_about()
    {
        NamedRole[] roles = [new("1", "Owner", []), new("2", "Owner", [])];
        Assert.Equal(2, Assert.IsType<RoleMatch.Ambiguous>(RoleNames.Match("owner", roles)).Roles.Count);
    }

    [Theory]
    [InlineData("global administrator on Production", "ga")]
    [InlineData("exchange recipient manager", "ea")]
    public void The_nearest_are_offered_when_none_is_found(string text, string key) =>
        Assert.Equal(key, Assert.IsType<RoleMatch.None>(RoleNames.Match(text, Typed.Roles)).Nearest[0].Key);

    [Fact]
    public void A_short_alias_allows_no_typo() => Assert.IsType<RoleMatch.None>(RoleNames.Match("gs", Typed.Roles));
}
