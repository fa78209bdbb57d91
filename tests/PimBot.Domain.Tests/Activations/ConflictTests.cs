using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;

namespace PimBot.Domain.Tests.Activations;

public sealed class ConflictTests
{
    [Fact]
    public void A_second_request_waits_for_the_first()
    {
        var pending = Given.Request(RequestState.PendingApproval);
        var refusal = PolicyEvaluator.Check(Given.Facts() with { PendingRequest = pending });
        Assert.Equal((ReasonCode.RequestAlreadyPending, pending.CreatedAt), (refusal!.Code, refusal.At));
    }

    [Fact]
    public void One_extension_is_asked_for_at_a_time() =>
        Assert.Equal(
            ReasonCode.ExtensionPending,
            PolicyEvaluator
                .Check(
                    Given.Facts() with
                    {
                        Extends = Given.Active(),
                        PendingRequest = Given.Request(RequestState.PendingApproval),
                    }
                )!
                .Code
        );

    [Theory]
    [InlineData(null, "RoleAlreadyActive")]
    [InlineData(3599, "RoleAlreadyActive")]
    [InlineData(3600, null)]
    [InlineData(3601, null)]
    public void What_is_active_can_be_asked_for_again_only_from_its_end_on(int? start, string? code)
    {
        var facts = Given.Facts() with { OpenGrant = Given.Active() };
        var ask = facts.Ask with { Start = start is { } seconds ? Given.Now.AddSeconds(seconds) : null };
        Assert.Equal(code, PolicyEvaluator.Check(facts with { Ask = ask })?.Code.ToString());
    }

    [Fact]
    public void What_is_being_given_is_not_asked_for_again() =>
        Assert.Equal(
            ReasonCode.RoleAlreadyActive,
            PolicyEvaluator.Check(Given.Facts() with { OpenGrant = Given.Provisioning() })!.Code
        );

    [Theory]
    [InlineData(GrantState.Revoking)]
    [InlineData(GrantState.Revoked)]
    public void What_ended_stands_in_nobodys_way(GrantState state) =>
        Assert.Null(PolicyEvaluator.Check(Given.Facts() with { OpenGrant = Given.In(state) }));

    [Fact]
    public void What_is_assigned_is_not_activated() =>
        Assert.Equal(
            ReasonCode.RoleAlreadyActive,
            PolicyEvaluator.Check(Given.Facts() with { HasActiveAssignment = true })!.Code
        );

    [Fact]
    public void What_is_active_can_be_extended_to_a_later_end()
    {
        var running = Given.Active() with { Until = Given.Now.AddMinutes(10) };

        Assert.Null(PolicyEvaluator.Check(Given.Facts() with { Extends = running, OpenGrant = running }));
    }

    [Fact]
    public void An_extension_that_prolongs_nothing_is_refused()
    {
        var running = Given.Active() with { Until = Given.Now.AddDays(1) };

        Assert.Equal(
            ReasonCode.ExtensionNotLonger,
            PolicyEvaluator.Check(Given.Facts() with { Extends = running, OpenGrant = running })?.Code
        );
    }

    [Theory]
    [InlineData(GrantState.Provisioning)]
    [InlineData(GrantState.Revoking)]
    [InlineData(GrantState.Revoked)]
    public void What_is_not_active_is_not_extended(GrantState state) =>
        Assert.Equal(
            ReasonCode.NotActive,
            PolicyEvaluator.Check(Given.Facts() with { Extends = Given.In(state) })!.Code
        );

    [Fact]
    public void What_is_over_is_not_extended_even_if_no_worker_ended_it_yet()
    {
        var facts = Given.Facts() with { Now = Given.Now.AddHours(1), Extends = Given.Active() };
        Assert.Equal(ReasonCode.NotActive, PolicyEvaluator.Check(facts)!.Code);
    }

    [Fact]
    public void A_conflict_is_said_before_the_rules_and_alone()
    {
        var refusal = PolicyEvaluator.Check(
            Given.Facts() with
            {
                PendingRequest = Given.Request(RequestState.Granted),
                Eligibilities = [],
            }
        );
        Assert.Equal(ReasonCode.RequestAlreadyPending, refusal!.Code);
        Assert.Empty(refusal.Violations);
    }
}
