using PimBot.Domain.Activations;
using PimBot.Domain.Policies;

namespace PimBot.Domain.Tests.Activations;

public sealed class StricterRulesTests
{
    private static readonly ActivationRequest Waiting = Given.Request(RequestState.PendingApproval) with
    {
        DecideBy = Given.Now.AddHours(5),
    };

    [Theory]
    [InlineData(ActivationRequirements.Ticket, RequestState.PendingApproval, StricterRule.TicketNeeded)]
    [InlineData(ActivationRequirements.Mfa, RequestState.PendingApproval, StricterRule.VerificationNeeded)]
    [InlineData(ActivationRequirements.Approval, RequestState.Granted, StricterRule.ApprovalNeeded)]
    public void What_is_required_in_addition_is_found_once(
        ActivationRequirements require,
        RequestState state,
        StricterRule rule
    )
    {
        var (request, before) = (Given.Request(state), Given.Policy());
        // Of what was approved long ago, and waits for its start, the time to decide is over.
        request = request with
        {
            DecideBy = state is RequestState.Granted ? Given.Now.AddDays(-1) : request.DecideBy,
        };
        var after = before with { Activation = before.Activation with { Require = require } };

        Assert.Equal([rule], StricterRules.Added(request, before, request, after, Given.Now));
        Assert.Empty(StricterRules.Added(request, after, request, after, Given.Now));
    }

    [Theory]
    [InlineData(RequestState.Provisioned)]
    [InlineData(RequestState.PendingProvisioning)]
    [InlineData(RequestState.Denied)]
    public void Who_waits_for_nobody_lacks_nothing(RequestState state)
    {
        var strict = Given.Policy();
        strict = strict with { Activation = strict.Activation with { Maximum = TimeSpan.FromMinutes(5) } };

        Assert.Empty(StricterRules.LackingIn(Given.Request(state), strict));
    }

    [Fact]
    public void Less_time_to_decide_counts_unless_it_is_over_at_once()
    {
        var policy = Given.Policy();

        Assert.Equal([StricterRule.LessTimeToDecide], After(Given.Now.AddHours(1)));
        Assert.Empty(After(Given.Now));
        Assert.Empty(After(Waiting.DecideBy!.Value));

        IReadOnlyList<StricterRule> After(DateTimeOffset until) =>
            StricterRules.Added(Waiting, policy, Waiting with { DecideBy = until }, policy, Given.Now);
    }
}
