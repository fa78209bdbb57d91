using System.Text.Json;
using PimBot.Application.Reviews;
using PimBot.Domain.Access;
using PimBot.Domain.Reviews;

namespace PimBot.Storage.Tests;

public abstract class ReviewContract<TEngine> : StorageContract<TEngine>
    where TEngine : TestEngine, new()
{
    private static readonly ReviewSettings Full = new()
    {
        Type = AssignmentType.Active,
        Reviewers = ReviewerKind.Manager,
        Chosen = [new PersonId(Sample.Hostile)],
        Fallback = [new PersonId("bob"), new PersonId("carol")],
        Days = 27,
        Recurrence = new()
        {
            Pattern = RecurrencePattern.Monthly,
            Until = new DateOnly(2028, 2, 29),
            Count = 7,
        },
        TimeZone = "Europe/Oslo",
        IsReasonRequired = false,
        ShowsRecommendations = false,
        WhenSilent = SilenceRule.TakeRecommendation,
        IsAutoApplied = true,
        IsReminderSent = false,
    };

    [Fact]
    public async Task Every_part_of_a_series_and_a_review_is_read_as_it_was_written()
    {
        var series = Series() with
        {
            Name = Sample.Hostile,
            CreatedBy = new PersonId(Sample.Hostile),
            Settings = Full,
            State = ReviewSeriesState.Stopped,
            StoppedBy = new PersonId("bob"),
        };
        var review = Review() with
        {
            Series = series.Id,
            Occurrence = 12,
            Settings = Full,
            State = ReviewState.Applied,
            StartedAt = Sample.Instant,
            EndsAt = Sample.Instant.AddDays(27),
            Reminded = true,
            RetryAt = Sample.Instant.AddHours(1),
            SettledAt = Sample.Instant.AddDays(28),
            SettledBy = new PersonId(Sample.Hostile),
        };
        await Store.Commit(unit =>
        {
            unit.Reviews.Add(series);
            unit.Reviews.Add(review);
        });

        AssertSame(series, await Store.Read(unit => unit.Reviews.FindSeriesAsync(series.Id, Stop)));
        AssertSame(review, await Find(review.Id));
        Assert.Null(await Find(new ReviewId(Guid.NewGuid())));
        AssertSame(series, Assert.Single(await Store.Read(unit => unit.Reviews.ListSeriesAsync(null, 9, Stop))));
    }

    [Fact]
    public async Task Every_state_is_kept()
    {
        foreach (var state in Enum.GetValues<ReviewState>())
        {
            var role = new RoleId($"role-{state}");
            var review = Review() with { State = state, Access = Sample.Access with { Role = role } };
            await AddAll(review);
            Assert.Equal(state, (await Find(review.Id))!.State);
        }
    }

    [Theory]
    [InlineData(ReviewState.InProgress)]
    [InlineData(ReviewState.Completing)]
    public async Task A_second_running_review_of_a_role_and_scope_makes_its_unit_run_again(ReviewState state)
    {
        await AddAll(Review(ReviewState.InProgress), Review(), Review(ReviewState.Applied));
        var runs = 0;
        await Store.Commit(unit =>
        {
            if (++runs == 1)
            {
                unit.Reviews.Add(Review(state));
            }
        });
        Assert.Equal(2, runs);
        Assert.NotNull(await Store.Read(unit => unit.Reviews.FindRunningAsync(Sample.Access, Stop)));
        await AddAll(Review(state) with { Access = Sample.Access with { Scope = new ScopeId("/elsewhere") } });
    }

    [Fact]
    public async Task An_occurrence_is_made_once()
    {
        var review = Review();
        await AddAll(review);
        var runs = 0;
        await Store.Commit(unit =>
        {
            if (++runs == 1)
            {
                unit.Reviews.Add(Review() with { Series = review.Series });
            }
        });
        Assert.Equal(2, runs);
        AssertSame(review, await Store.Read(unit => unit.Reviews.FindNotStartedAsync(review.Series, Stop)));
    }

    [Fact]
    public async Task An_update_over_another_state_or_version_runs_the_unit_again()
    {
        var (loaded, series) = (Review(ReviewState.InProgress), Series());
        await Store.Commit(unit =>
        {
            unit.Reviews.Add(loaded);
            unit.Reviews.Add(series);
        });
        await Store.Commit(unit =>
        {
            unit.Reviews.Update(loaded, ReviewLife.Remind(loaded));
            unit.Reviews.Update(series, ReviewLife.End(series));
        });
        var (reviewRuns, seriesRuns) = (0, 0);
        await Store.Commit(async unit =>
        {
            var before = ++reviewRuns == 1 ? loaded : await unit.Reviews.FindAsync(loaded.Id, Stop);
            unit.Reviews.Update(before!, ReviewLife.End(before!));
        });
        await Store.Commit(async unit =>
        {
            var before = ++seriesRuns == 1 ? series : await unit.Reviews.FindSeriesAsync(series.Id, Stop);
            unit.Reviews.Update(before!, ReviewLife.Stop(before!, new PersonId("bob")));
        });
        Assert.Equal((2, 2), (reviewRuns, seriesRuns));
        var after = (await Find(loaded.Id))!;
        Assert.Equal((ReviewState.Completing, true, 2L), (after.State, after.Reminded, after.Version));
    }

    [Fact]
    public async Task Reviews_are_listed_newest_first_page_by_page()
    {
        var made = Sample.Moments.Select(at => Review() with { Id = new ReviewId(Guid.CreateVersion7(at)) }).ToList();
        await AddAll([.. made.OrderBy(review => review.Series.Value)]);
        var read = new List<ReviewId>();
        for (var page = await Page(null); page.Count > 0; page = await Page(page[^1].Id))
        {
            Assert.True(page.Count <= 3);
            read.AddRange(page.Select(review => review.Id));
        }

        Assert.Equal(made.Select(review => review.Id).Reverse(), read);
        Assert.Single(await List(new ReviewFilter { Series = made[2].Series }));
        Assert.Empty(await List(new ReviewFilter { State = ReviewState.InProgress }));
        Assert.Empty(await List(new ReviewFilter { Access = new RoleScope(new RoleId("x"), Sample.Access.Scope) }));
        Assert.Equal(made.Count, (await List(new ReviewFilter { Access = Sample.Access })).Count);

        Task<IReadOnlyList<AccessReview>> Page(ReviewId? before) => List(new ReviewFilter { Before = before }, 3);

        Task<IReadOnlyList<AccessReview>> List(ReviewFilter filter, int most = 100) =>
            Store.Read(unit => unit.Reviews.ListAsync(filter, most, Stop));
    }

    [Fact]
    public async Task The_reviews_of_a_reviewer_are_those_under_way_what_ends_first_before_others()
    {
        var late = Review(ReviewState.InProgress) with { EndsAt = Sample.Instant.AddDays(9) };
        var soon = Review(ReviewState.InProgress) with
        {
            EndsAt = Sample.Instant.AddDays(1),
            Access = Sample.Access with { Role = new RoleId("other") },
        };
        var over = Review(ReviewState.Applied);
        var bob = new PersonId("bob");
        await AddAll(late, soon, over, Review());
        await Store.Commit(unit =>
        {
            foreach (var review in new[] { late, soon, over })
            {
                unit.ReviewItems.Add(new Reviewer(review.Id, bob, ReviewerPool.Chosen));
                unit.ReviewItems.Add(new Reviewer(review.Id, bob, ReviewerPool.Fallback));
            }
        });

        var found = await Store.Read(unit => unit.Reviews.OfReviewerAsync(bob, Stop));
        Assert.Equal([soon.Id, late.Id], found.Select(review => review.Id));
        Assert.Empty(await Store.Read(unit => unit.Reviews.OfReviewerAsync(new PersonId("carol"), Stop)));
    }

    [Fact]
    public async Task Due_reviews_are_claimed_once_most_overdue_first_until_they_are_updated()
    {
        var now = Clock.GetUtcNow();
        var (first, second) = (
            Review() with
            {
                ScheduledStart = now.AddDays(-2),
            },
            Review() with
            {
                ScheduledStart = now,
            }
        );
        await AddAll(second, first, Review() with { ScheduledStart = now.AddTicks(1) });

        Assert.Equal(first.Id, Assert.Single(await Claim(1)).Id);
        Assert.Equal(second.Id, Assert.Single(await Claim(9)).Id);
        Assert.Empty(await Claim(9));
        await Store.Commit(unit => unit.Reviews.Update(first, first));
        Assert.Equal(first.Id, Assert.Single(await Claim(9)).Id);
        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(3, (await Claim(9)).Count);

        Task<IReadOnlyList<AccessReview>> Claim(int most) =>
            Store.Commit(unit => unit.Reviews.ClaimDueAsync(most, TimeSpan.FromMinutes(1), Stop));
    }

    [Fact]
    public async Task Claimers_at_the_same_time_never_get_the_same_review()
    {
        var due = Clock.GetUtcNow();
        await AddAll([.. Enumerable.Range(0, 40).Select(_ => Review() with { ScheduledStart = due })]);
        await using var other = Engine.Open();
        TestStore[] stores = [Store, other];
        var claimed = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(i => stores[i % 2].Commit(unit => unit.Reviews.ClaimDueAsync(5, TimeSpan.FromMinutes(1), Stop)))
        );
        var ids = claimed.SelectMany(some => some).Select(review => review.Id).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.NotEmpty(ids);
    }

    internal static AccessReview Review(ReviewState state = ReviewState.NotStarted) =>
        new()
        {
            Id = new ReviewId(Guid.CreateVersion7()),
            Series = new ReviewSeriesId(Guid.NewGuid()),
            Occurrence = 1,
            Name = "Review",
            Access = Sample.Access,
            CreatedBy = new PersonId("frank"),
            Settings = new ReviewSettings { Reviewers = ReviewerKind.Self, Days = 7 },
            State = state,
            ScheduledStart = Sample.Instant.AddYears(100),
        };

    private static ReviewSeries Series() =>
        new()
        {
            Id = new ReviewSeriesId(Guid.CreateVersion7()),
            Name = "Series",
            Access = Sample.Access,
            CreatedBy = new PersonId("frank"),
            CreatedAt = Sample.Instant,
            First = Sample.Instant.AddDays(1),
            Settings = new ReviewSettings { Reviewers = ReviewerKind.Self, Days = 7 },
            State = ReviewSeriesState.Active,
        };

    private static void AssertSame<T>(T expected, T? actual) =>
        Assert.Equal(JsonSerializer.Serialize(expected), JsonSerializer.Serialize(actual));

    private Task AddAll(params AccessReview[] reviews) =>
        Store.Commit(unit => Array.ForEach(reviews, unit.Reviews.Add));

    private Task<AccessReview?> Find(ReviewId id) => Store.Read(unit => unit.Reviews.FindAsync(id, Stop));
}

public sealed class SqliteReviews : ReviewContract<SqliteEngine>;

public sealed class PostgresReviews : ReviewContract<PostgresEngine>;
