using PimBot.Domain.Activations;
using PimBot.Domain.Policies;

namespace PimBot.Domain.Tests.Activations;

public sealed class NextStateTests
{
    private const ActivationRequirements Both = ActivationRequirements.Mfa | ActivationRequirements.Approval;

    [Theory]
    [InlineData(Both, false, false, true, RequestState.AwaitingVerification)]
    [InlineData(Both, false, true, false, RequestState.AwaitingVerification)]
    [InlineData(Both, true, false, true, RequestState.PendingApproval)]
    [InlineData(Both, true, true, true, RequestState.Granted)]
    [InlineData(Both, true, true, false, RequestState.PendingProvisioning)]
    [InlineData(ActivationRequirements.Mfa, false, false, false, RequestState.AwaitingVerification)]
    [InlineData(ActivationRequirements.Mfa, true, false, false, RequestState.PendingProvisioning)]
    [InlineData(ActivationRequirements.Approval, false, false, true, RequestState.PendingApproval)]
    [InlineData(ActivationRequirements.Approval, false, true, true, RequestState.Granted)]
    [InlineData(ActivationRequirements.None, false, false, true, RequestState.Granted)]
    [InlineData(ActivationRequirements.None, false, false, false, RequestState.PendingProvisioning)]
    public void Verification_comes_before_approval_before_waiting(
        ActivationRequirements require,
        bool isVerified,
        bool isApproved,
        bool startsLater,
        RequestState next
    )
    {
        var facts = Given.Facts(require);
        Assert.Equal(
            next,
            PolicyEvaluator.NextState(
                facts with
                {
                    Proof = isVerified ? new VerificationProof(Given.Now, "test") : null,
                    IsApproved = isApproved,
                    Ask = facts.Ask with { Start = startsLater ? Given.Now.AddTicks(1) : Given.Now },
                }
            )
        );
    }

    [Fact]
    public void Who_must_verify_has_fifteen_minutes()
    {
        var created = RequestLife.Create(new RequestId(Guid.NewGuid()), Given.Facts(Both)).Value!;
        Assert.Equal(Given.Now.AddMinutes(15), created.VerifyBy);
        Assert.Null(created.DecideBy);
        Assert.Empty(created.Asked);
    }

    [Fact]
    public void Approvers_are_asked_and_have_the_policys_window()
    {
        var created = RequestLife
            .Create(new RequestId(Guid.NewGuid()), Given.Facts(ActivationRequirements.Approval))
            .Value!;
        Assert.Equal(Given.Now.AddDays(1), created.DecideBy);
        Assert.Equal([Given.Bob.Id], created.Asked);
    }

    [Fact]
    public void A_start_of_a_moment_ago_is_now()
    {
        var facts = Given.Facts();
        var created = RequestLife.Create(
            new RequestId(Guid.NewGuid()),
            facts with
            {
                Ask = facts.Ask with { Start = Given.Now.AddSeconds(-30) },
            }
        );
        Assert.Null(created.Value!.Ask.Start);
        Assert.Equal(RequestState.PendingProvisioning, created.Value.State);
    }

    [Fact]
    public void What_a_rule_forbids_is_not_created()
    {
        var created = RequestLife.Create(new RequestId(Guid.NewGuid()), Given.Facts() with { Eligibilities = [] });
        Assert.Null(created.Value);
        Assert.Equal(ReasonCode.NotEligible, created.Refusal!.Code);
    }
}
