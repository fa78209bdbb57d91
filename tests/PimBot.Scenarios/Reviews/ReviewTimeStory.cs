using Microsoft.Extensions.DependencyInjection;
using PimBot.Application.Reviews;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Audit;
using PimBot.Domain.Policies;
using PimBot.Domain.Reviews;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Rules;
using PimBot.Testing;

namespace PimBot.Scenarios.Reviews;

/// <summary>Series, downtime, restarts, and many people.</summary>
public sealed class ReviewTimeStory
{
    private static readonly ReviewSettings Weekly = ReviewScene.ByBob with
    {
        Days = 3,
        Recurrence = new() { Pattern = RecurrencePattern.Weekly },
    };

    private readonly ReviewNotices notices = new();

    [Fact]
    [Rule("I1", "I2")]
    public async Task A_series_comes_by_itself_until_its_end()
    {
        await using var scene = await ReviewScene.StartAsync(notices);
        var first = await scene.Review(
            ReviewScene.Exchange,
            Weekly with
            {
                Recurrence = Weekly.Recurrence with { Count = 3 },
            }
        );
        for (var day = 0; day < 40; day++)
        {
            await scene.Advances(TimeSpan.FromDays(1));
        }

        var all = await All(scene, first);
        Assert.Equal([1, 2, 3], all.Select(review => review.Occurrence).Order());
        Assert.All(all, review => Assert.Equal(ReviewState.Applied, review.State));
        Assert.Equal(
            [0, 7, 14],
            all.Select(review => (int)(review.StartedAt - first.StartedAt)!.Value.TotalDays).Order()
        );
        Assert.Equal(ReviewSeriesState.Ended, (await Series(scene, first)).State);
        Assert.Equal(3, notices.Told(ReviewNoticeKind.Started).Count);
    }

    [Fact]
    [Rule("I2")]
    public async Task After_downtime_only_the_newest_occurrence_that_was_missed_begins()
    {
        await using var scene = await ReviewScene.StartAsync(notices);
        var first = await scene.Review(ReviewScene.Exchange, Weekly);
        await scene.Advances(TimeSpan.FromDays(4));

        // 36 days after the first: five more were due, of which four were missed.
        await scene.Advances(TimeSpan.FromDays(32));
        await scene.Restarts();

        var all = await All(scene, first);
        Assert.Equal([1, 6, 7], all.Select(review => review.Occurrence).Order());
        var running = all.Single(review => review.State is ReviewState.InProgress);
        Assert.Equal((6, first.StartedAt + TimeSpan.FromDays(36)), (running.Occurrence, running.StartedAt));
        Assert.Equal(first.StartedAt + TimeSpan.FromDays(35), running.ScheduledStart);
        var missed = (await scene.Audit()).Single(entry => entry.Event.Action is AuditAction.ReviewMissed);
        Assert.EndsWith("occurrences=2-5", missed.Event.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_review_that_ended_while_nothing_ran_ends_before_the_next_begins()
    {
        await using var scene = await ReviewScene.StartAsync(notices);
        var first = await scene.Review(ReviewScene.Exchange, Weekly);

        await scene.Advances(TimeSpan.FromDays(7));
        await scene.Advances(TimeSpan.FromMinutes(1));

        var all = await All(scene, first);
        Assert.Equal(ReviewState.Applied, all.Single(review => review.Occurrence == 1).State);
        Assert.Equal(ReviewState.InProgress, all.Single(review => review.Occurrence == 2).State);
    }

    [Fact]
    [Rule("I3")]
    public async Task An_occurrence_waits_while_another_review_of_the_role_runs()
    {
        await using var scene = await ReviewScene.StartAsync(notices);
        var later = await scene.Review(ReviewScene.Exchange, Weekly, scene.Clock.GetUtcNow().AddDays(1));
        Assert.Equal(ReviewState.NotStarted, later.State);
        var other = await scene.Review(ReviewScene.Exchange, ReviewScene.ByBob with { Days = 2 });

        await scene.Advances(TimeSpan.FromDays(1));
        await scene.Advances(TimeSpan.FromHours(5));
        Assert.Equal(ReviewState.NotStarted, (await scene.Now(later)).State);
        Assert.Equal(1, await scene.CountsAudited(AuditAction.ReviewPutOff));
        await scene.Does((work, stop) => StopReview.RunAsync(work, scene.Frank.Key(), other.Id, false, stop));
        await scene.Advances(TimeSpan.FromHours(1));

        Assert.Equal(ReviewState.InProgress, (await scene.Now(later)).State);
    }

    [Fact]
    [Rule("I11")]
    public async Task A_series_that_was_stopped_never_begins_again()
    {
        await using var scene = await ReviewScene.StartAsync(notices);
        var first = await scene.Review(ReviewScene.Exchange, Weekly);
        await scene.Advances(TimeSpan.FromDays(4));

        var stopped = await scene.Does(
            (work, stop) => StopReview.RunAsync(work, scene.Frank.Key(), first.Id, isForSeries: true, stop)
        );
        await scene.Advances(TimeSpan.FromDays(30));

        Assert.True(stopped.IsAllowed);
        Assert.Equal(ReviewSeriesState.Stopped, (await Series(scene, first)).State);
        Assert.Equal(
            [ReviewState.Applied, ReviewState.Stopped],
            (await All(scene, first)).OrderBy(review => review.Occurrence).Select(review => review.State)
        );
    }

    [Fact]
    public async Task One_occurrence_can_be_left_out()
    {
        await using var scene = await ReviewScene.StartAsync(notices);
        var first = await scene.Review(ReviewScene.Exchange, Weekly);
        await scene.Advances(TimeSpan.FromDays(4));
        var second = (await All(scene, first)).Single(review => review.Occurrence == 2);

        await scene.Does((work, stop) => StopReview.RunAsync(work, scene.Frank.Key(), second.Id, false, stop));
        await scene.Advances(TimeSpan.FromDays(10));

        Assert.Equal(ReviewState.Stopped, (await scene.Now(second)).State);
        Assert.Equal(ReviewState.InProgress, (await All(scene, first)).Single(r => r.Occurrence == 3).State);
    }

    [Fact]
    public async Task A_series_keeps_its_local_time_and_the_end_of_the_month()
    {
        await using var scene = await ReviewScene.StartAsync(notices);
        // 09:00 in Oslo on 31 March 2026, in summer time.
        var start = new DateTimeOffset(2026, 3, 31, 7, 0, 0, TimeSpan.Zero);
        var first = await scene.Review(
            ReviewScene.Exchange,
            ReviewScene.ByBob with
            {
                TimeZone = "Europe/Oslo",
                Recurrence = new() { Pattern = RecurrencePattern.Monthly, Until = new DateOnly(2026, 12, 30) },
            },
            start
        );
        while (scene.Clock.GetUtcNow() < start.AddDays(300))
        {
            await scene.Advances(TimeSpan.FromHours(25));
        }

        Assert.Equal(
            "03-31 07 04-30 07 05-31 07 06-30 07 07-31 07 08-31 07 09-30 07 10-31 08 11-30 08",
            string.Join(
                ' ',
                (await All(scene, first)).OrderBy(r => r.Occurrence).Select(r => $"{r.ScheduledStart:MM-dd HH}")
            )
        );
        Assert.Equal(ReviewSeriesState.Ended, (await Series(scene, first)).State);
    }

    [Fact]
    public async Task A_review_of_500_is_answered_by_three_across_restarts_and_applied_once()
    {
        await using var scene = await ReviewScene.StartAsync(notices);
        await scene.AddsEligible(ReviewScene.Exchange, 498);
        var review = await scene.Review(
            ReviewScene.Exchange,
            ReviewScene.ByBob with
            {
                Chosen = [scene.Bob.Key(), scene.Carol.Key(), scene.Dan.Key()],
                Fallback = [scene.Erin.Key()],
            }
        );
        Assert.Equal(new ReviewProgress(0, 500), await scene.Progress(review, scene.Bob));

        // Bob reads all pages and denies the first of each; Carol changes one answer; Dan takes what is recommended.
        var seen = await AnswersPageByPage(scene, scene.Bob, review);
        Assert.Equal(Enumerable.Range(1, 500), seen);
        await scene.Restarts();
        await scene.Answers(scene.Carol, review, scene.Alice, ReviewVerdict.DontKnow);
        await scene.Restarts();
        Assert.Equal(new ReviewProgress(10, 500), await scene.Progress(review, scene.Dan));
        var bulk = await scene.Does(
            (work, stop) =>
                RecordRecommendedAnswers.RunAsync(
                    work,
                    new RecordRecommendedAnswersCommand(scene.Dan.Key(), review.Id, "as recommended"),
                    stop
                )
        );
        Assert.Equal(new ReviewProgress(500, 500), bulk.Value!.Progress);

        scene.Clock.Jump(TimeSpan.FromDays(14));
        await RunOnce(scene, until: ReviewState.Applying);
        await Pass(scene).RunOnceAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Removed=50", await scene.Results(review), StringComparison.Ordinal);
        await scene.Restarts();

        Assert.Equal(ReviewState.Applied, (await scene.Now(review)).State);
        var items = await scene.Items(review);
        var denied = items.Count(item => item.Answer?.Verdict is ReviewVerdict.Deny);
        Assert.Equal($"Kept={500 - denied} Removed={denied}", await scene.Results(review));
        Assert.Equal(denied, await scene.CountsAudited(AuditAction.AssignmentRemoved));
        Assert.Equal(denied, notices.Told(ReviewNoticeKind.Removed).Distinct().Count());
        Assert.InRange(denied, 249, 262);

        async Task RunOnce(Scene on, ReviewState until)
        {
            for (var n = 0; n < 30 && (await on.Now(review)).State != until; n++)
            {
                await Pass(on).RunOnceAsync(TestContext.Current.CancellationToken);
            }
        }
    }

    [Fact]
    public async Task Two_who_advance_at_once_do_everything_once()
    {
        await using var scene = await ReviewScene.StartAsync(notices);
        var review = await scene.Review(
            ReviewScene.Exchange,
            ReviewScene.ByBob with
            {
                WhenSilent = SilenceRule.Remove,
            },
            scene.Clock.GetUtcNow().AddDays(1)
        );
        foreach (var step in new[] { 1, 7, 7 })
        {
            scene.Clock.Jump(TimeSpan.FromDays(step));
            for (var n = 0; n < 6; n++)
            {
                await Task.WhenAll(
                    Enumerable
                        .Range(0, 4)
                        .Select(_ =>
                            new AdvanceDueReviews(scene.Services.GetRequiredService<DueWork>()).RunOnceAsync(
                                TestContext.Current.CancellationToken
                            )
                        )
                );
            }
        }

        await scene.DrainAsync();
        Assert.Equal("Removed=2", await scene.Results(review));
        foreach (
            var action in new[]
            {
                AuditAction.ReviewStarted,
                AuditAction.ReviewReminded,
                AuditAction.ReviewCompleted,
                AuditAction.ReviewApplying,
                AuditAction.ReviewApplied,
            }
        )
        {
            Assert.Equal(1, await scene.CountsAudited(action));
        }
    }

    private static async Task<List<int>> AnswersPageByPage(Scene scene, TestPerson reviewer, AccessReview review)
    {
        var seen = new List<int>();
        Decision<ReviewPage> page;
        do
        {
            var after = seen.Count == 0 ? 0 : seen[^1];
            page = await scene.Reads(
                (work, stop) => ReviewReader.PageAsync(work, reviewer.Key(), review.Id, after, 50, false, stop)
            );
            var first = page.Value!.Items[0].Item;
            await scene.Does(
                (work, stop) =>
                    RecordReviewAnswer.RunAsync(
                        work,
                        new RecordReviewAnswerCommand(reviewer.Key(), review.Id, first.Id, ReviewVerdict.Deny, "no"),
                        stop
                    )
            );
            seen.AddRange(page.Value.Items.Select(item => item.Item.Number));
        } while (page.Value.HasMore);

        return seen;
    }

    private static AdvanceDueReviews Pass(Scene scene) =>
        scene.Services.GetServices<IBackgroundPass>().OfType<AdvanceDueReviews>().Single();

    private static Task<IReadOnlyList<AccessReview>> All(Scene scene, AccessReview review) =>
        scene.Reads((work, stop) => work.Reviews.ListAsync(new ReviewFilter { Series = review.Series }, 100, stop));

    private static Task<ReviewSeries> Series(Scene scene, AccessReview review) =>
        scene.Reads(async (work, stop) => (await work.Reviews.FindSeriesAsync(review.Series, stop))!);
}
