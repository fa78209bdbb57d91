using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Approvals;
using PimBot.Domain.Policies;

namespace PimBot.Domain.Tests.Approvals;

public sealed class ApproverRulesTests
{
    private static readonly Person Emergency = Given.Person("glass", PersonKind.Emergency);
    private static readonly ActivationRequest Pending = Given.Request(RequestState.PendingApproval);
    private static readonly ApprovalDecision Settled = new(new PersonId("carol"), Given.Now, Verdict.Deny, "no");

    [Fact]
    public void Approvers_are_the_named_and_those_behind_groups_and_roles_once_each_by_name()
    {
        var (carol, dan) = (Given.Person("Carol"), Given.Person("dan"));
        Assert.Equal([Given.Bob, carol, dan], ApproverRules.Among([dan, Given.Bob], [carol, Given.Bob], Given.Alice));
    }

    [Fact]
    public void Nobody_approves_for_themselves_also_not_by_a_linked_account()
    {
        var second = Given.Person("alice-admin") with { LinkedTo = Given.Alice.Id };
        Assert.Empty(ApproverRules.Among([Given.Alice, second], [Given.Alice, second], Given.Alice));
        Assert.Empty(ApproverRules.Among([Given.Alice], [], second));
    }

    [Fact]
    public void The_disabled_and_service_accounts_approve_nothing()
    {
        var disabled = Given.Bob with { Enabled = false };
        var service = Given.Person("robot", PersonKind.ServiceAccount);
        Assert.Empty(ApproverRules.Among([disabled, service], [disabled, service], Given.Alice));
    }

    [Fact]
    public void Guests_may_approve() =>
        Assert.Single(ApproverRules.Among([], [Given.Person("guest", PersonKind.Guest)], Given.Alice));

    [Fact]
    public void An_emergency_account_approves_only_when_it_is_named_itself()
    {
        Assert.Empty(ApproverRules.Among([], [Emergency], Given.Alice));
        Assert.Single(ApproverRules.Among([Emergency], [Emergency], Given.Alice));
    }

    [Fact]
    public void An_approver_with_a_reason_may_decide_in_the_window()
    {
        Assert.Null(ApproverRules.MayDecide(Facts()));
        Assert.Null(ApproverRules.MayDecide(Facts() with { Now = Pending.DecideBy!.Value.AddTicks(-1) }));
    }

    [Fact]
    public void An_approver_who_was_not_asked_but_is_one_now_may_decide() =>
        Assert.Null(ApproverRules.MayDecide(Facts() with { WasAsked = false }));

    [Fact]
    public void The_window_closes_at_its_end()
    {
        var refusal = ApproverRules.MayDecide(Facts() with { Now = Pending.DecideBy!.Value })!;
        Assert.Equal((ReasonCode.DecisionWindowPassed, Pending.DecideBy), (refusal.Code, refusal.At));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void A_decision_has_a_reason(string? reason) =>
        Assert.Equal(ReasonCode.DecisionReasonRequired, Refused(Facts() with { Reason = reason }));

    [Theory]
    [MemberData(nameof(Settlements))]
    public void An_outsider_learns_nothing_whatever_the_request_has_come_to(ActivationRequest request) =>
        Assert.Equal(
            Refusal.Because(ReasonCode.UnknownRequest),
            ApproverRules.MayDecide(
                Facts() with
                {
                    Request = request,
                    WasAsked = false,
                    IsApproverNow = false,
                    Reason = null,
                }
            )
        );

    [Theory]
    [MemberData(nameof(Settlements))]
    public void The_requester_is_told_so_whatever_the_request_has_come_to(ActivationRequest request) =>
        Assert.Equal(
            ReasonCode.RequesterCannotDecide,
            Refused(
                Facts() with
                {
                    Request = request,
                    Decider = Given.Person("alice-admin") with { LinkedTo = Given.Alice.Id },
                }
            )
        );

    [Fact]
    public void Who_comes_second_learns_who_was_first_even_when_no_approver_any_more()
    {
        var refusal = ApproverRules.MayDecide(
            Facts() with
            {
                Request = Pending with { State = RequestState.Denied, Decision = Settled },
                IsApproverNow = false,
            }
        )!;
        Assert.Equal((ReasonCode.AlreadyDecided, Settled.By, Settled.At), (refusal.Code, refusal.By, refusal.At));
    }

    [Fact]
    public void What_was_canceled_is_said_to_be_over()
    {
        var outcome = new RequestOutcome(Given.Now, Given.Alice.Id, null);
        var refusal = ApproverRules.MayDecide(
            Facts() with
            {
                Request = Pending with { State = RequestState.Canceled, Outcome = outcome },
            }
        )!;
        Assert.Equal((ReasonCode.NotAwaitingApproval, Given.Alice.Id), (refusal.Code, refusal.By));
    }

    [Fact]
    public void Who_was_removed_since_is_told_that_before_anything_about_time_or_reason() =>
        Assert.Equal(
            ReasonCode.NotAnApprover,
            Refused(Facts() with { IsApproverNow = false, Now = Pending.DecideBy!.Value, Reason = null })
        );

    [Fact]
    public void The_window_is_said_before_the_missing_reason() =>
        Assert.Equal(
            ReasonCode.DecisionWindowPassed,
            Refused(Facts() with { Now = Pending.DecideBy!.Value, Reason = null })
        );

    public static TheoryData<ActivationRequest> Settlements =>
        [
            Pending,
            Pending with
            {
                State = RequestState.Denied,
                Decision = Settled,
            },
            Pending with
            {
                State = RequestState.Canceled,
            },
            Pending with
            {
                State = RequestState.TimedOut,
            },
            Pending with
            {
                State = RequestState.AwaitingVerification,
            },
        ];

    private static DecisionFacts Facts() =>
        new()
        {
            Now = Given.Now,
            Request = Pending,
            Requester = Given.Alice,
            Decider = Given.Bob,
            IsApproverNow = true,
            WasAsked = true,
            Reason = "fine",
        };

    private static ReasonCode? Refused(DecisionFacts facts) => ApproverRules.MayDecide(facts)?.Code;
}
