using PimBot.Bot.Commands;
using Xunit;

namespace PimBot.Bot.Tests.Commands;

public sealed class UnmistakableCommandTests
{
    [Theory]
    [InlineData("status")]
    [InlineData("Status please")]
    [InlineData("stauts")]
    [InlineData("my roles")]
    [InlineData("show me my requests")]
    [InlineData("cancel")]
    [InlineData("never mind")]
    [InlineData("cancel it please")]
    [InlineData("help")]
    [InlineData("end")]
    [InlineData("end GA")]
    [InlineData("extend exchange administrator for 1h")]
    [InlineData("activate")]
    [InlineData("activate helpdesk for 1h ticket INC-1")]
    [InlineData("please activate helpdesk administrator")]
    public void A_command_in_so_many_words_is_one_even_where_free_words_are_expected(string text) =>
        Assert.True(CommandParser.IsUnmistakable(text, Typed.Context));

    [Theory]
    [InlineData("status page is down")]
    [InlineData("end of month closing")]
    [InlineData("Exchange migration")]
    [InlineData("exchange administrator was asked to move mailboxes")]
    [InlineData("enable exchange archive for finance")]
    [InlineData("request from the CFO")]
    [InlineData("requests pile up")]
    [InlineData("approve pending invoices")]
    [InlineData("cancel the old subscription")]
    [InlineData("extend mailbox quota")]
    [InlineData("help desk is overloaded")]
    [InlineData("stop the runaway job")]
    [InlineData("current outage")]
    [InlineData("I need to reset passwords")]
    public void A_reason_that_begins_like_a_command_is_none(string text) =>
        Assert.False(CommandParser.IsUnmistakable(text, Typed.Context));
}
