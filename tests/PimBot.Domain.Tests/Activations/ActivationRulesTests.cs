using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;

namespace PimBot.Domain.Tests.Activations;

public sealed class ActivationRulesTests
{
    private static readonly DateTimeOffset Now = Given.Now;

    [Fact]
    public void A_plain_request_of_an_eligible_person_breaks_no_rule() => Assert.Null(Broken(Given.Facts()));

    [Theory]
    [InlineData("-00:05:00", "DurationTooShort")]
    [InlineData("00:00:00", "DurationTooShort")]
    [InlineData("00:04:00", "DurationTooShort")]
    [InlineData("00:04:59", "DurationTooShort")]
    [InlineData("00:05:00", null)]
    [InlineData("00:05:01", "DurationNotWholeMinutes")]
    [InlineData("00:05:59.9999999", "DurationNotWholeMinutes")]
    [InlineData("01:59:00", null)]
    [InlineData("01:59:59", "DurationNotWholeMinutes")]
    [InlineData("02:00:00", null)]
    [InlineData("02:00:00.0000001", "DurationTooLong")]
    [InlineData("02:01:00", "DurationTooLong")]
    [InlineData("10675199.02:48:05.4775807", "DurationTooLong")]
    public void The_duration_is_whole_minutes_from_five_to_the_policys_maximum(string duration, string? code)
    {
        var facts = Given.Facts();
        Assert.Equal(code, Broken(facts with { Ask = facts.Ask with { Duration = TimeSpan.Parse(duration) } }));
    }

    [Theory]
    [InlineData("00:04:00", "00:05:00")]
    [InlineData("02:01:00", "02:00:00")]
    public void A_wrong_duration_comes_with_the_limit_that_it_breaks(string duration, string limit)
    {
        var facts = Given.Facts();
        var refusal = PolicyEvaluator.Check(
            facts with
            {
                Ask = facts.Ask with { Duration = TimeSpan.Parse(duration) },
            }
        );
        Assert.Equal(TimeSpan.Parse(limit), Assert.Single(refusal!.Violations).Limit);
    }

    [Theory]
    [InlineData("-00:01:00.0000001", "StartInPast")]
    [InlineData("-00:01:00", null)]
    [InlineData("00:00:00", null)]
    [InlineData("365.00:00:00", null)]
    [InlineData("365.00:00:00.0000001", "StartTooFarAhead")]
    public void A_start_lies_ahead_by_a_year_at_most(string fromNow, string? code)
    {
        var facts = Given.Facts();
        Assert.Equal(code, Broken(facts with { Ask = facts.Ask with { Start = Now + TimeSpan.Parse(fromNow) } }));
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData(-60, null, null)]
    [InlineData(0, null, null)]
    [InlineData(1, null, "NotEligible")]
    [InlineData(null, 1, null)]
    [InlineData(null, 0, "NotEligible")]
    [InlineData(null, -60, "NotEligible")]
    public void Eligibility_holds_from_its_start_until_just_before_its_end(int? start, int? end, string? code) =>
        Assert.Equal(
            code,
            Broken(Given.Facts() with { Eligibilities = [Given.Eligible(Seconds(start), Seconds(end))] })
        );

    [Theory]
    [InlineData(3599, "EligibilityEndsBeforeStart")]
    [InlineData(3600, "EligibilityEndsBeforeStart")]
    [InlineData(3601, null)]
    public void Eligibility_must_last_beyond_a_planned_start(int end, string? code)
    {
        var facts = Given.Facts() with { Eligibilities = [Given.Eligible(end: Seconds(end))] };
        Assert.Equal(code, Broken(facts with { Ask = facts.Ask with { Start = Now.AddHours(1) } }));
    }

    [Fact]
    public void Eligibility_that_begins_before_a_planned_start_is_enough()
    {
        var facts = Given.Facts() with { Eligibilities = [Given.Eligible(start: Now.AddMinutes(30))] };
        Assert.Null(Broken(facts with { Ask = facts.Ask with { Start = Now.AddHours(1) } }));
    }

    [Fact]
    public void Nobody_is_eligible_by_nothing() =>
        Assert.Equal("NotEligible", Broken(Given.Facts() with { Eligibilities = [] }));

    [Fact]
    public void A_disabled_person_may_not_activate() =>
        Assert.Equal("PersonDisabled", Broken(Given.Facts() with { Requester = Given.Alice with { Enabled = false } }));

    [Theory]
    [InlineData(PersonKind.Member, null)]
    [InlineData(PersonKind.Guest, null)]
    [InlineData(PersonKind.Personal, null)]
    [InlineData(PersonKind.Emergency, null)]
    [InlineData(PersonKind.ServiceAccount, "PersonKindNotAllowed")]
    public void A_service_account_never_activates(PersonKind kind, string? code) =>
        Assert.Equal(code, Broken(Given.Facts() with { Requester = Given.Alice with { Kind = kind } }));

    [Theory]
    [InlineData(ActivationRequirements.Justification, null, "JustificationRequired")]
    [InlineData(ActivationRequirements.Justification, "", "JustificationRequired")]
    [InlineData(ActivationRequirements.Justification, " \t", "JustificationRequired")]
    [InlineData(ActivationRequirements.Justification, "x", null)]
    [InlineData(ActivationRequirements.None, null, null)]
    public void A_justification_is_given_where_it_is_required(
        ActivationRequirements require,
        string? justification,
        string? code
    )
    {
        var facts = Given.Facts(require);
        Assert.Equal(code, Broken(facts with { Ask = facts.Ask with { Justification = justification } }));
    }

    [Theory]
    [InlineData(ActivationRequirements.Ticket, null, "TicketRequired")]
    [InlineData(ActivationRequirements.Ticket, " ", "TicketRequired")]
    [InlineData(ActivationRequirements.Ticket, "INC-1234", null)]
    [InlineData(ActivationRequirements.None, null, null)]
    public void A_ticket_is_given_where_it_is_required(ActivationRequirements require, string? number, string? code)
    {
        var facts = Given.Facts(require);
        var ticket = number is null ? null : new Ticket(number);
        Assert.Equal(code, Broken(facts with { Ask = facts.Ask with { Ticket = ticket } }));
    }

    [Theory]
    [InlineData(ActivationRequirements.Approval, 0, false, "NoApproverLeft")]
    [InlineData(ActivationRequirements.Approval, 1, false, null)]
    [InlineData(ActivationRequirements.Approval, 0, true, null)]
    [InlineData(ActivationRequirements.None, 0, false, null)]
    public void Somebody_must_be_able_to_approve_what_needs_approval(
        ActivationRequirements require,
        int approvers,
        bool isApproved,
        string? code
    ) =>
        Assert.Equal(
            code,
            Broken(
                Given.Facts(require) with
                {
                    Approvers = [.. Enumerable.Repeat(Given.Bob, approvers)],
                    IsApproved = isApproved,
                }
            )
        );

    [Fact]
    public void All_broken_rules_are_named_at_once()
    {
        var facts = Given.Facts(
            ActivationRequirements.Justification | ActivationRequirements.Ticket | ActivationRequirements.Approval
        );
        var refusal = PolicyEvaluator.Check(WithNothingRight(facts));
        Assert.Equal(
            [
                (RuleNames.Expiration, ReasonCode.DurationTooLong),
                (RuleNames.Justification, ReasonCode.JustificationRequired),
                (RuleNames.Ticketing, ReasonCode.TicketRequired),
                (RuleNames.Approval, ReasonCode.NoApproverLeft),
            ],
            refusal!.Violations.Select(v => (v.Rule, v.Code))
        );
    }

    [Fact]
    public void Whoever_is_not_eligible_learns_that_alone()
    {
        var facts = Given.Facts(
            ActivationRequirements.Justification | ActivationRequirements.Ticket | ActivationRequirements.Approval
        );
        var refusal = PolicyEvaluator.Check(WithNothingRight(facts) with { Eligibilities = [] });
        Assert.Equal(
            [(RuleNames.Eligibility, ReasonCode.NotEligible)],
            refusal!.Violations.Select(v => (v.Rule, v.Code))
        );
        Assert.Equal(ReasonCode.NotEligible, refusal.Code);
    }

    private static ActivationFacts WithNothingRight(ActivationFacts facts) =>
        facts with
        {
            Approvers = [],
            Ask = new ActivationAsk { Duration = TimeSpan.FromHours(3) },
        };

    private static string? Broken(ActivationFacts facts) => PolicyEvaluator.Check(facts)?.Code.ToString();

    private static DateTimeOffset? Seconds(int? fromNow) => fromNow is { } seconds ? Now.AddSeconds(seconds) : null;
}
