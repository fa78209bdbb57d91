using PimBot.Bot.Commands;
using Xunit;

namespace PimBot.Bot.Tests.Commands;

public sealed class TicketAnswerTests
{
    [Theory]
    [InlineData("INC-1234", null, "INC-1234")]
    [InlineData("#4711", null, "4711")]
    [InlineData("7", null, "7")]
    [InlineData("2026/7.1", null, "2026/7.1")]
    [InlineData("INC-1234 please", null, "INC-1234")]
    [InlineData("it's INC-1234", null, "INC-1234")]
    [InlineData("it is inc-1234, thanks", null, "inc-1234")]
    [InlineData("ticket INC-1234", null, "INC-1234")]
    [InlineData("ticket number 12345", null, "12345")]
    [InlineData("number 12345", null, "12345")]
    [InlineData("12345 in the old system", null, "12345")]
    [InlineData("Remedy 4711", "Remedy", "4711")]
    [InlineData("servicenow ticket 12345", "servicenow", "12345")]
    public void The_number_is_found_in_an_answer(string text, string? system, string number) =>
        Assert.Equal(new TicketAsked(system, number), TicketScanner.Answer(text));

    [Theory]
    [InlineData("none")]
    [InlineData("")]
    [InlineData("no ticket yet")]
    [InlineData("it took 2 hours")]
    [InlineData("\u200b")]
    [InlineData("[INC-1](https://evil.example/1)")]
    [InlineData("https://evil.example/INC-1")]
    public void An_answer_without_a_number_is_no_ticket(string text) => Assert.Null(TicketScanner.Answer(text));
}
