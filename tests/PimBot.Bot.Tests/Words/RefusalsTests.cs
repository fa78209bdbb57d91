using PimBot.Bot.Tests.Commands;
using PimBot.Bot.Wording;
using PimBot.Domain.Policies;
using Xunit;

namespace PimBot.Bot.Tests.Wording;

public sealed class RefusalsTests
{
    private static readonly RefusalContext Context = new(Typed.Now, Typed.Stockholm, "Exchange Administrator");

    public static TheoryData<ReasonCode> Codes => [.. Enum.GetValues<ReasonCode>()];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_reason_code_has_a_sentence(ReasonCode code)
    {
        var sentence = Say(code);
        Assert.EndsWith(".", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("That is not possible", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain(code.ToString(), sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void No_two_reasons_share_a_sentence() =>
        Assert.Equal(Codes.Count, Enum.GetValues<ReasonCode>().Select(Say).Distinct().Count());

    [Fact]
    public void Every_broken_rule_is_said_in_order()
    {
        var refusal = Refusal.Of([
            new RuleViolation(RuleNames.Expiration, ReasonCode.DurationTooLong, TimeSpan.FromHours(2)),
            new RuleViolation(RuleNames.Ticketing, ReasonCode.TicketRequired),
        ]);
        Assert.Equal(
            "The longest for this role is 2 hours. This role needs a ticket number, such as INC-1234.",
            Refusals.Say(refusal, Context)
        );
    }

    private static string Say(ReasonCode code) => Refusals.Say(Refusal.Because(code), Context);
}
