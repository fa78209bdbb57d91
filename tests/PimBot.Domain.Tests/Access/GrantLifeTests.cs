using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Domain.Tests.Access;

public sealed class GrantLifeTests
{
    private static readonly DateTimeOffset Now = Given.Now;

    [Fact]
    public void Time_runs_from_the_moment_that_the_target_granted()
    {
        var granted = GrantLife.Granted(Given.Provisioning(), Now.AddMinutes(7), null);
        Assert.Equal(
            (GrantState.Active, Now.AddMinutes(7), Now.AddMinutes(67)),
            (granted.State, granted.From, granted.Until)
        );
    }

    [Theory]
    [InlineData(3599, 3599)]
    [InlineData(3600, 3600)]
    [InlineData(3601, 3600)]
    public void A_grant_never_outlasts_the_eligibility(int eligibleSeconds, int seconds) =>
        Assert.Equal(
            Now.AddSeconds(seconds),
            GrantLife.Granted(Given.Provisioning(), Now, Now.AddSeconds(eligibleSeconds)).Until
        );

    [Theory]
    [InlineData(GrantState.Active)]
    [InlineData(GrantState.Revoking)]
    [InlineData(GrantState.Revoked)]
    public void A_late_word_of_the_target_changes_nothing(GrantState state)
    {
        var grant = Given.In(state);
        Assert.Same(grant, GrantLife.Granted(grant, Now.AddMinutes(9), null));
    }

    [Theory]
    [InlineData(GrantState.Provisioning, 0, false)]
    [InlineData(GrantState.Active, -1, false)]
    [InlineData(GrantState.Active, 0, true)]
    [InlineData(GrantState.Active, 3599, true)]
    [InlineData(GrantState.Active, 3600, false)]
    [InlineData(GrantState.Revoking, 0, false)]
    [InlineData(GrantState.Revoked, 0, false)]
    public void A_grant_counts_only_while_now_is_inside_its_window(GrantState state, int seconds, bool counts) =>
        Assert.Equal(counts, Given.In(state).IsActiveAt(Now.AddSeconds(seconds)));

    [Theory]
    [InlineData(0, "ActiveDurationTooShort")]
    [InlineData(299, "ActiveDurationTooShort")]
    [InlineData(300, null)]
    [InlineData(3599, null)]
    [InlineData(3600, "NotActive")]
    public void Its_holder_ends_it_after_five_minutes_and_before_its_end(int seconds, string? code) =>
        Assert.Equal(
            code,
            GrantLife.EndByHolder(Given.Active(), Given.Alice.Id, Now.AddSeconds(seconds)).Refusal?.Code.ToString()
        );

    [Fact]
    public void Who_ends_too_early_learns_from_when_on() =>
        Assert.Equal(
            Now.AddMinutes(5),
            GrantLife.EndByHolder(Given.Active(), Given.Alice.Id, Now.AddMinutes(1)).Refusal!.At
        );

    [Fact]
    public void Who_ends_it_is_kept()
    {
        var ended = GrantLife.EndByHolder(Given.Active(), Given.Alice.Id, Now.AddMinutes(6)).Value!;
        Assert.Equal(GrantState.Revoking, ended.State);
        Assert.Equal(new GrantEnd(Now.AddMinutes(6), GrantEndCause.EndedByHolder, Given.Alice.Id), ended.End);
    }

    [Fact]
    public void Nobody_ends_what_is_not_theirs() =>
        Assert.Equal(
            ReasonCode.NotYours,
            GrantLife.EndByHolder(Given.Active(), Given.Bob.Id, Now.AddMinutes(6)).Refusal!.Code
        );

    [Theory]
    [InlineData(0, 60, 60)]
    [InlineData(30, 60, 90)]
    [InlineData(59, 120, 179)]
    [InlineData(0, 30, 60)]
    public void An_extension_runs_from_now_and_never_shortens(int atMinute, int minutes, int untilMinute) =>
        Assert.Equal(
            Now.AddMinutes(untilMinute),
            GrantLife.Extend(Given.Active(), TimeSpan.FromMinutes(minutes), Now.AddMinutes(atMinute), null).Value!.Until
        );

    [Fact]
    public void An_extension_never_outlasts_the_eligibility() =>
        Assert.Equal(
            Now.AddMinutes(70),
            GrantLife.Extend(Given.Active(), TimeSpan.FromHours(2), Now, Now.AddMinutes(70)).Value!.Until
        );

    [Fact]
    public void An_extension_in_the_last_instant_counts_and_at_the_end_does_not()
    {
        Assert.True(
            GrantLife.Extend(Given.Active(), TimeSpan.FromHours(1), Now.AddHours(1).AddTicks(-1), null).IsAllowed
        );
        Assert.Equal(
            ReasonCode.NotActive,
            GrantLife.Extend(Given.Active(), TimeSpan.FromHours(1), Now.AddHours(1), null).Refusal!.Code
        );
    }

    [Fact]
    public void Who_extends_is_reminded_again()
    {
        var reminded = Given.Active() with { Reminded = true };
        Assert.False(GrantLife.Extend(reminded, TimeSpan.FromHours(1), Now.AddMinutes(50), null).Value!.Reminded);
    }

    [Theory]
    [InlineData(8 * 60, 8 * 60 - 15)]
    [InlineData(60, 45)]
    [InlineData(20, 15)]
    public void The_reminder_comes_a_quarter_before_the_end_at_most_fifteen_minutes(int minutes, int atMinute)
    {
        var grant = GrantLife.Granted(
            Given.Provisioning() with
            {
                Duration = TimeSpan.FromMinutes(minutes),
            },
            Now,
            null
        );
        var at = Now.AddMinutes(atMinute);
        Assert.Equal(at, grant.NextDue);
        Assert.Null(GrantLife.Advance(grant, at.AddTicks(-1)));
        var reminded = GrantLife.Advance(grant, at)!;
        Assert.True(reminded is { State: GrantState.Active, Reminded: true });
        Assert.Null(GrantLife.Advance(reminded, at));
        Assert.Equal(grant.Until, reminded.NextDue);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void It_ends_at_its_end_reminded_or_not(bool reminded)
    {
        var ended = GrantLife.Advance(Given.Active() with { Reminded = reminded }, Now.AddHours(1))!;
        Assert.Equal(GrantState.Revoking, ended.State);
        Assert.Equal(new GrantEnd(Now.AddHours(1), GrantEndCause.Expired, null), ended.End);
        Assert.Null(ended.NextDue);
    }

    [Theory]
    [InlineData(GrantState.Provisioning)]
    [InlineData(GrantState.Revoking)]
    [InlineData(GrantState.Revoked)]
    public void Time_changes_only_what_is_active(GrantState state) =>
        Assert.Null(GrantLife.Advance(Given.In(state), Now.AddYears(1)));

    [Theory]
    [InlineData(GrantState.Revoking)]
    [InlineData(GrantState.Revoked)]
    public void A_grant_ends_once(GrantState state) =>
        Assert.Throws<InvalidOperationException>(() =>
            GrantLife.End(Given.In(state), Now, GrantEndCause.TargetRefused, null)
        );

    [Theory]
    [InlineData(GrantState.Provisioning)]
    [InlineData(GrantState.Active)]
    [InlineData(GrantState.Revoked)]
    public void Only_what_is_being_taken_away_can_be_gone(GrantState state) =>
        Assert.Throws<InvalidOperationException>(() => GrantLife.Gone(Given.In(state)));

    [Fact]
    public void Failures_are_counted_until_the_target_does_as_asked()
    {
        var failing = GrantLife.Delayed(GrantLife.Delayed(Given.Provisioning(), "first"), "second");
        Assert.Equal((2, "second"), (failing.Failures, failing.LastError));
        Assert.Equal((0, null), Counted(GrantLife.Granted(failing, Now, null)));
        var ended = GrantLife.End(failing, Now, GrantEndCause.TargetRefused, null);
        Assert.Equal((0, null), Counted(ended));
        Assert.Equal((0, null), Counted(GrantLife.Gone(GrantLife.Delayed(ended, "third"))));
    }

    private static (int, string?) Counted(Grant grant) => (grant.Failures, grant.LastError);
}
