using PimBot.Domain.Access;

namespace PimBot.Domain.Tests.Access;

public sealed class AssignmentLifeTests
{
    private static readonly DateTimeOffset Now = Given.Now;

    [Fact]
    public void Its_holder_is_told_14_days_and_a_day_before_the_end_and_at_the_end()
    {
        var assignment = Given.Eligible(end: Now.AddDays(90)) with { Stage = AssignmentStage.Running };
        var told = new List<(int Day, AssignmentStage Stage)>();
        for (var hour = 0; hour <= 91 * 24; hour++)
        {
            if (AssignmentLife.Advance(assignment, Now.AddHours(hour)) is { } next)
            {
                assignment = next;
                told.Add((hour / 24, next.Stage));
            }
        }

        Assert.Equal(
            [(76, AssignmentStage.EndIsNear), (89, AssignmentStage.EndIsClose), (90, AssignmentStage.Ended)],
            told
        );
    }

    [Fact]
    public void After_a_long_pause_only_the_newest_counts() =>
        Assert.Equal(
            AssignmentStage.Ended,
            AssignmentLife.Advance(Given.Eligible(end: Now.AddDays(90)), Now.AddDays(200))!.Stage
        );

    [Fact]
    public void A_permanent_assignment_is_never_due() => Assert.Null(Given.Eligible().NextDue);

    [Theory]
    [InlineData(1, 90, AssignmentStage.Scheduled)]
    [InlineData(0, 90, AssignmentStage.Running)]
    [InlineData(-5, 14, AssignmentStage.EndIsNear)]
    [InlineData(-5, 1, AssignmentStage.EndIsClose)]
    [InlineData(-5, 0, AssignmentStage.Ended)]
    public void What_is_made_now_begins_at_the_stage_of_its_times(int start, int end, AssignmentStage stage) =>
        Assert.Equal(stage, AssignmentLife.StageOf(Now.AddDays(start), Now.AddDays(end), Now));

    [Fact]
    public void What_is_over_is_kept_for_30_days_for_renewal()
    {
        var ended = Given.Eligible(end: Now) with { Stage = AssignmentStage.Ended };
        Assert.Equal(Now.AddDays(30), ended.NextDue);
        Assert.Null(AssignmentLife.Advance(ended, Now.AddDays(31)));
    }

    [Fact]
    public void The_last_holder_is_kept_for_a_while_and_remembers_since_when()
    {
        var kept = AssignmentLife.Keep(Given.Eligible(end: Now), Now);
        var again = AssignmentLife.Keep(kept, Now.AddMinutes(15));
        Assert.Equal((Now.AddMinutes(30), Now), (again.End, again.KeptSince));
        Assert.Equal(again.End, again.NextDue);
    }
}
