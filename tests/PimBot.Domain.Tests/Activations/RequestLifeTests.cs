using PimBot.Domain.Activations;
using PimBot.Domain.Approvals;
using PimBot.Domain.Policies;

namespace PimBot.Domain.Tests.Activations;

public sealed class RequestLifeTests
{
    private static readonly DateTimeOffset Now = Given.Now;

    [Theory]
    [InlineData(RequestState.AwaitingVerification)]
    [InlineData(RequestState.PendingApproval)]
    public void A_window_is_open_until_the_instant_before_its_end(RequestState state)
    {
        var request = Given.Request(state);
        var end = request.NextDue!.Value;
        Assert.Null(RequestLife.Advance(request, At(end.AddTicks(-1))));
        Assert.Equal(RequestState.TimedOut, RequestLife.Advance(request, At(end))!.State);
    }

    [Fact]
    public void A_proof_counts_until_the_instant_before_the_window_ends()
    {
        var request = Given.Request(RequestState.AwaitingVerification);
        var end = request.VerifyBy!.Value;
        Assert.True(RequestLife.Verify(request, Proof(Now), At(end.AddTicks(-1))).IsAllowed);
        Assert.Equal(
            ReasonCode.VerificationWindowPassed,
            RequestLife.Verify(request, Proof(Now), At(end)).Refusal!.Code
        );
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(60, true)]
    [InlineData(61, false)]
    public void A_proof_is_made_for_this_request_and_not_in_the_future(int secondsAfterCreation, bool counts)
    {
        var decision = RequestLife.Verify(
            Given.Request(RequestState.AwaitingVerification),
            Proof(Now.AddSeconds(secondsAfterCreation)),
            At(Now.AddMinutes(1))
        );
        Assert.Equal(counts ? null : ReasonCode.VerificationStale, decision.Refusal?.Code);
    }

    [Fact]
    public void After_verification_approvers_are_asked_with_the_whole_window_before_them()
    {
        var facts = Given.Facts(ActivationRequirements.Mfa | ActivationRequirements.Approval) with
        {
            Now = Now.AddMinutes(10),
        };
        var verified = RequestLife.Verify(Given.Request(RequestState.AwaitingVerification), Proof(Now), facts).Value!;
        Assert.Equal(RequestState.PendingApproval, verified.State);
        Assert.Equal(Now.AddMinutes(10).AddDays(1), verified.DecideBy);
        Assert.Equal([Given.Bob.Id], verified.Asked);
        Assert.Equal(Proof(Now), verified.Proof);
    }

    [Fact]
    public void A_decision_comes_in_time_or_not_at_all()
    {
        var request = Given.Request(RequestState.PendingApproval);
        var end = request.DecideBy!.Value;
        Assert.True(RequestLife.Decide(request, Word(Verdict.Deny), At(end.AddTicks(-1))).IsAllowed);
        var late = RequestLife.Decide(request, Word(Verdict.Approve), At(end));
        Assert.Equal((ReasonCode.DecisionWindowPassed, end), (late.Refusal!.Code, late.Refusal.At));
    }

    [Theory]
    [InlineData(Verdict.Approve)]
    [InlineData(Verdict.Deny)]
    public void What_is_decided_is_not_decided_again(Verdict second)
    {
        var approved = RequestLife.Decide(Given.Request(RequestState.PendingApproval), Word(Verdict.Approve), At(Now));
        var again = RequestLife.Decide(approved.Value!, Word(second), At(Now));
        Assert.Equal((ReasonCode.AlreadyDecided, Given.Bob.Id), (again.Refusal!.Code, again.Refusal.By));
    }

    [Fact]
    public void An_approval_is_worth_nothing_when_a_rule_is_broken_by_then()
    {
        var facts = Given.Facts(ActivationRequirements.Approval) with { Eligibilities = [] };
        var failed = RequestLife
            .Decide(Given.Request(RequestState.PendingApproval), Word(Verdict.Approve), facts)
            .Value!;
        Assert.Equal(
            (RequestState.Failed, ReasonCode.NotEligible, Verdict.Approve),
            (failed.State, failed.Outcome!.Code, failed.Decision!.Verdict)
        );
    }

    [Fact]
    public void A_denial_needs_no_rule()
    {
        var facts = Given.Facts(ActivationRequirements.Approval) with { Eligibilities = [] };
        var denied = RequestLife.Decide(Given.Request(RequestState.PendingApproval), Word(Verdict.Deny), facts).Value!;
        Assert.Equal((RequestState.Denied, Given.Bob.Id), (denied.State, denied.Outcome!.By));
    }

    [Fact]
    public void Verification_that_became_required_comes_after_an_approval()
    {
        var facts = Given.Facts(ActivationRequirements.Mfa | ActivationRequirements.Approval);
        var approved = RequestLife
            .Decide(Given.Request(RequestState.PendingApproval), Word(Verdict.Approve), facts)
            .Value!;
        Assert.Equal(RequestState.AwaitingVerification, approved.State);
        Assert.Equal(RequestState.PendingProvisioning, RequestLife.Verify(approved, Proof(Now), facts).Value!.State);
    }

    [Fact]
    public void Everything_is_checked_again_at_a_planned_start()
    {
        var request = Given.Request(RequestState.Granted) with { Ask = Given.Facts().Ask with { Start = Now } };
        Assert.Equal(RequestState.PendingProvisioning, RequestLife.Advance(request, At(Now))!.State);
        var failed = RequestLife.Advance(request, At(Now) with { Requester = Given.Alice with { Enabled = false } })!;
        Assert.Equal((RequestState.Failed, ReasonCode.PersonDisabled), (failed.State, failed.Outcome!.Code));
    }

    [Fact]
    public void Approval_that_became_required_is_asked_for_at_a_planned_start()
    {
        var request = Given.Request(RequestState.Granted) with { Ask = Given.Facts().Ask with { Start = Now } };
        var waiting = RequestLife.Advance(request, Given.Facts(ActivationRequirements.Approval))!;
        Assert.Equal(RequestState.PendingApproval, waiting.State);
        Assert.Equal([Given.Bob.Id], waiting.Asked);
    }

    [Fact]
    public void Nothing_is_due_before_a_planned_start()
    {
        var request = Given.Request(RequestState.Granted) with { Ask = Given.Facts().Ask with { Start = Now } };
        Assert.Null(RequestLife.Advance(request, At(Now.AddTicks(-1))));
    }

    [Fact]
    public void Only_the_requester_cancels() =>
        Assert.Equal(
            ReasonCode.NotYours,
            RequestLife
                .Cancel(Given.Request(RequestState.PendingApproval), Given.Bob.Id, isAdministrator: false, Now)
                .Refusal!.Code
        );

    [Fact]
    public void Who_cancels_too_late_learns_who_settled_it_and_when()
    {
        var denied = RequestLife
            .Decide(Given.Request(RequestState.PendingApproval), Word(Verdict.Deny), At(Now))
            .Value!;
        var late = RequestLife.Cancel(denied, Given.Alice.Id, isAdministrator: false, Now.AddMinutes(1)).Refusal!;
        Assert.Equal((ReasonCode.NothingToCancel, Given.Bob.Id, Now), (late.Code, late.By, late.At));
    }

    [Theory]
    [MemberData(nameof(States))]
    public void A_request_is_pending_or_settled_or_provisioned_and_due_only_while_pending(RequestState state)
    {
        var request = Given.Request(state) with { Ask = Given.Facts().Ask with { Start = Now } };
        Assert.False(request.IsPending && request.IsTerminal);
        Assert.True(request.IsPending || request.NextDue is null);
    }

    public static TheoryData<RequestState> States => [.. Enum.GetValues<RequestState>()];

    private static ActivationFacts At(DateTimeOffset now) => Given.Facts() with { Now = now };

    private static VerificationProof Proof(DateTimeOffset at) => new(at, "test");

    private static ApprovalDecision Word(Verdict verdict) => new(Given.Bob.Id, Now, verdict, "because");
}
