using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Domain.Tests.Policies;

public sealed class RolePolicyTests
{
    private static readonly ApproverReference Bob = new() { Person = Given.Bob.Id };
    private static readonly ApproverReference Carol = new() { Person = new PersonId("carol") };

    [Theory]
    [InlineData(1, 2, 1)]
    [InlineData(2, 1, 1)]
    [InlineData(2, 2, 2)]
    public void The_shorter_maximum_applies(int then, int now, int applies) =>
        Assert.Equal(
            TimeSpan.FromHours(applies),
            Given
                .Policy(maximum: TimeSpan.FromHours(then))
                .TightenedBy(Given.Policy(maximum: TimeSpan.FromHours(now)))
                .Activation.Maximum
        );

    [Fact]
    public void What_either_requires_is_required() =>
        Assert.Equal(
            ActivationRequirements.Mfa | ActivationRequirements.Ticket,
            Given
                .Policy(ActivationRequirements.Mfa)
                .TightenedBy(Given.Policy(ActivationRequirements.Ticket))
                .Activation.Require
        );

    [Theory]
    [InlineData(1, 2, 1)]
    [InlineData(2, 1, 1)]
    public void The_shorter_window_applies(int then, int now, int applies) =>
        Assert.Equal(TimeSpan.FromHours(applies), WithWindow(then).TightenedBy(WithWindow(now)).Activation.Window);

    [Fact]
    public void Approvers_are_those_of_now_while_approval_is_required() =>
        Assert.Equal([Carol], ApprovedBy(Bob).TightenedBy(ApprovedBy(Carol)).Activation.Approvers);

    [Fact]
    public void Approvers_are_those_of_then_when_approval_was_switched_off_since() =>
        Assert.Equal([Bob], ApprovedBy(Bob).TightenedBy(Given.Policy()).Activation.Approvers);

    [Fact]
    public void The_published_default_is_eight_hours_with_verification_and_reason_and_without_approval()
    {
        var policy = RolePolicy.Default(Given.Access);
        Assert.Equal(TimeSpan.FromHours(8), policy.Activation.Maximum);
        Assert.Equal(ActivationRequirements.Mfa | ActivationRequirements.Justification, policy.Activation.Require);
        Assert.Equal(TimeSpan.FromDays(1), policy.Activation.Window);
        Assert.Equal(ActivationRequirements.Justification, policy.Active.Require);
        Assert.Equal(ActivationRequirements.None, policy.Eligible.Require);
    }

    private static RolePolicy ApprovedBy(ApproverReference approver)
    {
        var policy = Given.Policy(ActivationRequirements.Approval);
        return policy with { Activation = policy.Activation with { Approvers = [approver] } };
    }

    private static RolePolicy WithWindow(int hours)
    {
        var policy = Given.Policy();
        return policy with { Activation = policy.Activation with { Window = TimeSpan.FromHours(hours) } };
    }
}
