using PimBot.Bot.Commands;
using Xunit;

namespace PimBot.Bot.Tests.Commands;

public sealed class CommandParserTests
{
    [Theory]
    [InlineData("help", nameof(HelpCommand))]
    [InlineData("HELP!", nameof(HelpCommand))]
    [InlineData("hlep", nameof(HelpCommand))]
    [InlineData("Can you help me with something?", nameof(HelpCommand))]
    [InlineData("I need help", nameof(HelpCommand))]
    [InlineData("what can you do", nameof(HelpCommand))]
    [InlineData("?", nameof(HelpCommand))]
    [InlineData("", nameof(HelpCommand))]
    [InlineData("Hello!", nameof(HelpCommand))]
    [InlineData("<at>PimBot</at> help", nameof(HelpCommand))]
    [InlineData("<at>Pim Bot</at>\u00A0hi, my roles please", nameof(MyRolesCommand))]
    [InlineData("my roles", nameof(MyRolesCommand))]
    [InlineData("my rolse", nameof(MyRolesCommand))]
    [InlineData("roles", nameof(MyRolesCommand))]
    [InlineData("show me my roles, please", nameof(MyRolesCommand))]
    [InlineData("What can I do?", nameof(MyRolesCommand))]
    [InlineData("which roles do I have", nameof(MyRolesCommand))]
    [InlineData("my requests", nameof(MyRequestsCommand))]
    [InlineData("requests", nameof(MyRequestsCommand))]
    [InlineData("What's the status of my request?", nameof(MyRequestsCommand))]
    [InlineData("list my requests", nameof(MyRequestsCommand))]
    [InlineData("my pending requests", nameof(MyRequestsCommand))]
    [InlineData("cancel", nameof(CancelCommand))]
    [InlineData("please cancel my request", nameof(CancelCommand))]
    [InlineData("cancle", nameof(CancelCommand))]
    [InlineData("never mind", nameof(CancelCommand))]
    [InlineData("approvals", nameof(ApprovalsCommand))]
    [InlineData("pending", nameof(PendingCommand))]
    [InlineData("pending approvals", nameof(ApprovalsCommand))]
    [InlineData("aprovals", nameof(ApprovalsCommand))]
    [InlineData("approve", nameof(ApprovalsCommand))]
    [InlineData("verify", nameof(VerifyCommand))]
    [InlineData("status", nameof(StatusCommand))]
    [InlineData("Status?", nameof(StatusCommand))]
    [InlineData("stauts", nameof(StatusCommand))]
    [InlineData("/status", nameof(StatusCommand))]
    [InlineData("what's active", nameof(StatusCommand))]
    [InlineData("what’s active", nameof(StatusCommand))]
    public void Everyday_ways_to_say_a_command_are_understood(string text, string expected) =>
        Assert.Equal(expected, Typed.Parse(text).GetType().Name);

    [Theory]
    [InlineData("activate", null)]
    [InlineData("actvate", null)]
    [InlineData("activate exchange admin", "exchange admin")]
    [InlineData("Could you please activate Exchange Administrator? Thanks!", "Exchange Administrator")]
    [InlineData("activate the Exchange Administrator role", "Exchange Administrator")]
    [InlineData("elevate me to global admin", "global admin")]
    [InlineData("get me GA", "GA")]
    [InlineData("enable exo, please", "exo")]
    [InlineData("request helpdesk administrator access", "helpdesk administrator")]
    [InlineData("ACTIVAET helpdesk", "helpdesk")]
    [InlineData("I need Exchange Administrator", "Exchange Administrator")]
    [InlineData("can I have helpdesk admin please", "helpdesk admin")]
    [InlineData("I want to activate GA", "GA")]
    [InlineData("i need exch", "exch")]
    [InlineData("exchange administrator", "exchange administrator")]
    [InlineData("GA", "GA")]
    [InlineData("Skype for Business Admin", "Skype for Business Admin")]
    [InlineData("activate skype for business", "skype for business")]
    [InlineData("activate \"Exchange Administrator\"", "Exchange Administrator")]
    [InlineData("activate finance owner", "finance owner")]
    [InlineData("activate global admin of subscription Production", "global admin of subscription Production")]
    public void Activation_takes_the_role_as_typed(string text, string? role) =>
        Assert.Equal(role, Typed.Activate(text).RoleText);

    [Theory]
    [InlineData("end", null)]
    [InlineData("end now", null)]
    [InlineData("end my exchange administrator role", "exchange administrator")]
    [InlineData("deactivate GA", "GA")]
    [InlineData("deactvate GA", "GA")]
    [InlineData("please stop exchange admin, thanks", "exchange admin")]
    [InlineData("release exo", "exo")]
    [InlineData("I'm done", null)]
    [InlineData("I am done with exo", "exo")]
    public void End_takes_the_role_as_typed(string text, string? role) =>
        Assert.Equal(role, Assert.IsType<EndCommand>(Typed.Parse(text)).RoleText);

    [Theory]
    [InlineData("extend", null, null)]
    [InlineData("extend exchange admin", "exchange admin", null)]
    [InlineData("prolong exo by 1h", "exo", 60)]
    [InlineData("extend GA for another hour", "GA", 60)]
    [InlineData("extend GA another 30 minutes", "GA", 30)]
    [InlineData("extend GA for 2 more hours", "GA", 120)]
    [InlineData("extend 45m", null, 45)]
    public void Extension_takes_role_and_time(string text, string? role, int? minutes)
    {
        var extend = Assert.IsType<ExtendCommand>(Typed.Parse(text));
        Assert.Equal(role, extend.RoleText);
        Assert.Equal(minutes, extend.When?.Duration?.TotalMinutes);
    }

    [Theory]
    [InlineData("what is the weather", "help")]
    [InlineData("please do not activate anything", "activate")]
    [InlineData("eactivate", "activate")]
    [InlineData("exchnge administrator", "help")]
    [InlineData("cancel the meeting with Bob at five", "cancel")]
    [InlineData("staats der dinge", "status")]
    [InlineData("coffee", "help")]
    [InlineData("thanks", "help")]
    public void What_is_not_understood_gets_suggestions(string text, string suggestion)
    {
        var unknown = Assert.IsType<UnknownCommand>(Typed.Parse(text));
        Assert.Contains(suggestion, unknown.Suggestions);
        Assert.InRange(unknown.Suggestions.Count, 1, 3);
    }

    [Theory]
    [InlineData("stop using Review Board", "Review Board")]
    [InlineData("end review board operator", "review board operator")]
    public void A_role_whose_name_begins_with_review_is_ended_like_others(string text, string role) =>
        Assert.Equal(role, Assert.IsType<EndCommand>(Typed.Parse(text)).RoleText);

    [Fact]
    public void Every_suggestion_is_a_command()
    {
        foreach (var name in CommandVocabulary.All.Select(phrase => phrase.Command).Distinct())
        {
            Assert.IsNotType<UnknownCommand>(Typed.Parse(name));
        }
    }

    [Fact]
    public void No_phrase_belongs_to_two_commands()
    {
        var twice = CommandVocabulary
            .All.GroupBy(phrase => string.Join(' ', phrase.Words))
            .Where(same => same.Count() > 1);
        Assert.Empty(twice.Select(same => same.Key));
    }

    [Fact]
    public void A_role_that_is_called_like_a_command_can_be_named()
    {
        var context = Typed.Context with { Roles = [new("s", "Status Reader", []), new("e", "End User Support", [])] };
        Assert.Equal(
            "Status Reader",
            Assert.IsType<ActivateCommand>(CommandParser.Parse("Status Reader", context)).RoleText
        );
        Assert.IsType<StatusCommand>(CommandParser.Parse("status", context));
        Assert.Equal(
            "end user support",
            Assert.IsType<ActivateCommand>(CommandParser.Parse("end user support", context)).RoleText
        );
    }

    [Fact]
    public void A_text_that_is_too_long_is_not_understood_rather_than_cut()
    {
        var text = "activate GA because " + new string('x', TypedText.MaximumLength);
        Assert.IsType<UnknownCommand>(Typed.Parse(text));
    }

    [Fact]
    public void An_unknown_text_is_said_back_without_control_and_direction_characters()
    {
        var unknown = Assert.IsType<UnknownCommand>(Typed.Parse("xyzzy\u202E\u0000 \u200Bplugh\r\n"));
        Assert.Equal("xyzzy plugh", unknown.Text);
    }
}
