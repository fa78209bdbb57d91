using PimBot.Application.Reviews;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;
using PimBot.Domain.Reviews;

namespace PimBot.Storage.Tests;

public abstract class ReviewItemContract<TEngine> : StorageContract<TEngine>
    where TEngine : TestEngine, new()
{
    private readonly ReviewId review = new(Guid.CreateVersion7());
    private int numbers;

    [Fact]
    public async Task Every_part_of_an_item_is_read_as_it_was_written()
    {
        var bare = Item("alice");
        var full = Item("x") with
        {
            Principal = Principal.Of(new GroupId(Sample.Hostile)),
            Type = AssignmentType.Active,
            Since = Sample.Instant,
            Until = Sample.Instant.AddDays(1),
            LastActivation = Sample.Instant.AddDays(-3),
            LastSignIn = Sample.Instant.AddDays(-2),
            Recommendation = new(ReviewVerdict.Approve, RecommendationReason.ActivatedLately),
            Pool = ReviewerPool.One,
            Reviewer = new PersonId(Sample.Hostile),
            Answer = Answer(ReviewVerdict.DontKnow) with { Reason = Sample.Hostile, IsBulk = true },
            Decided = ReviewVerdict.DontKnow,
            Result = ReviewItemResult.Waiting,
            Reason = ReasonCode.AnotherAdministratorNeeded,
            Removal = new RequestId(Guid.NewGuid()),
            RetryAt = Sample.Instant.AddMinutes(5),
        };
        await AddAll(bare, full);

        Assert.Equal(bare, await Find(bare.Id));
        Assert.Equal(full, await Find(full.Id));
        Assert.Equal(full, await Store.Read(unit => unit.ReviewItems.FindByRemovalAsync(full.Removal.Value, Stop)));
        Assert.Null(await Find(Guid.NewGuid()));
    }

    [Fact]
    public async Task An_update_over_another_version_or_result_runs_the_unit_again()
    {
        var item = Item("alice");
        await AddAll(item);
        await Store.Commit(unit => unit.ReviewItems.Update(item, item with { Answer = Answer(ReviewVerdict.Deny) }));
        var runs = 0;
        await Store.Commit(async unit =>
        {
            var before = ++runs == 1 ? item : (await unit.ReviewItems.FindAsync(item.Id, Stop))!;
            unit.ReviewItems.Update(
                before,
                ReviewOutcome.Completed(before, SilenceRule.Approve, couldBeAnswered: true)
            );
        });
        Assert.Equal(2, runs);
        Assert.Equal(ReviewItemResult.ToRemove, (await Find(item.Id))!.Result);
    }

    [Fact]
    public async Task Items_are_read_page_by_page_by_number_and_filtered()
    {
        var items = Enumerable.Range(0, 25).Select(n => Item($"p{n}")).ToList();
        items[3] = items[3] with { Answer = Answer(ReviewVerdict.Approve) };
        items[4] = items[4] with { Result = ReviewItemResult.ToRemove, RetryAt = Sample.Instant };
        items[5] = items[5] with { Result = ReviewItemResult.ToRemove };
        await AddAll([.. items.OrderBy(item => item.Id)]);
        await AddAll(Item("elsewhere") with { Review = new ReviewId(Guid.NewGuid()) });
        var read = new List<int>();
        for (var page = await Page(0); page.Count > 0; page = await Page(page[^1].Number))
        {
            Assert.True(page.Count <= 10);
            read.AddRange(page.Select(item => item.Number));
        }

        Assert.Equal(Enumerable.Range(1, 25), read);
        var filter = new ReviewItemFilter(review);
        Assert.Equal(24, (await List(filter with { IsUnanswered = true })).Count);
        Assert.Equal([5, 6], await Numbers(filter with { Result = ReviewItemResult.ToRemove }));
        var due = filter with { Result = ReviewItemResult.ToRemove, DueAt = Sample.Instant.AddSeconds(-1) };
        Assert.Equal([6], await Numbers(due));
        Assert.Equal([5, 6], await Numbers(due with { DueAt = Sample.Instant }));
        Assert.Equal(Sample.Instant, await Store.Read(unit => unit.ReviewItems.NextRetryAsync(review, Stop)));

        Assert.Equal(
            [5, 6],
            await Numbers(filter with { Results = [ReviewItemResult.ToRemove, ReviewItemResult.Gone] })
        );
        var before = await Store.Read(unit => unit.ReviewItems.ListAsync(filter with { Before = 6 }, 3, Stop));
        Assert.Equal([5, 4, 3], before.Select(item => item.Number));

        Task<IReadOnlyList<ReviewItem>> Page(int after) =>
            Store.Read(unit => unit.ReviewItems.ListAsync(new ReviewItemFilter(review) { After = after }, 10, Stop));
    }

    [Fact]
    public async Task A_reviewer_s_progress_leaves_out_themselves_and_linked_accounts()
    {
        var bob = Sample.Person("bob");
        var admin = Sample.Person("bob-admin") with { LinkedTo = bob.Id };
        var third = Sample.Person("bob-third") with { LinkedTo = bob.Id };
        await Store.Commit(unit =>
        {
            Array.ForEach([bob, admin, third, Sample.Person("alice")], unit.Directory.Add);
            unit.ReviewItems.Add(new Reviewer(review, bob.Id, ReviewerPool.Chosen));
            unit.ReviewItems.Add(new Reviewer(review, admin.Id, ReviewerPool.Chosen));
        });
        var group = Item("x") with { Principal = Principal.Of(new GroupId("g")) };
        await AddAll(
            Item("alice") with
            {
                Answer = Answer(ReviewVerdict.Deny),
            },
            Item("bob"),
            Item("bob-admin"),
            Item("bob-third"),
            Item("who-left"),
            group,
            Item("carol") with
            {
                Pool = ReviewerPool.Fallback,
            },
            Item("bob") with
            {
                Pool = ReviewerPool.One,
                Reviewer = bob.Id,
            }
        );

        Assert.Equal(new ReviewProgress(1, 4), await Progress(bob));
        Assert.Equal(new ReviewProgress(1, 3), await Progress(admin));
        Assert.Equal(new ReviewProgress(0, 0), await Progress(third));
        var mine = await List(new ReviewItemFilter(review) { Reviewer = bob, IsUnanswered = true });
        Assert.Equal([1, 6, 8], mine.Select(item => item.Number));
        Assert.Equal(
            [ReviewerPool.Chosen],
            await Store.Read(unit => unit.ReviewItems.PoolsOfAsync(review, bob.Id, Stop))
        );

        Task<ReviewProgress> Progress(Person person) =>
            Store.Read(unit => unit.ReviewItems.ProgressAsync(review, person, Stop));
    }

    [Fact]
    public async Task Totals_are_counted_and_answers_are_taken_back()
    {
        var settled = Item("a") with { Answer = Answer(ReviewVerdict.Deny), Result = ReviewItemResult.Removed };
        await AddAll(settled, Item("b") with { Answer = Answer(ReviewVerdict.Approve) }, Item("c"), Item("d"));

        var totals = await Store.Read(unit => unit.ReviewItems.TotalsAsync(review, Stop));
        Assert.Equal((4, 2), (totals.Items, totals.Answered));
        Assert.Equal(
            (1, 1, 0),
            (totals.Of(ReviewVerdict.Deny), totals.Of(ReviewVerdict.Approve), totals.Of(ReviewVerdict.DontKnow))
        );
        Assert.Equal((1, 3), (totals.Of(ReviewItemResult.Removed), totals.Of(ReviewItemResult.Open)));

        Assert.Equal(2, await Store.Commit(unit => unit.ReviewItems.ClearAnswersAsync(review, Stop)));
        Assert.Equal(settled with { Answer = null, Version = 1 }, await Find(settled.Id));
        Assert.Equal(0, (await Store.Read(unit => unit.ReviewItems.TotalsAsync(review, Stop))).Answered);
    }

    [Fact]
    public async Task What_nobody_answered_goes_to_the_fallback_reviewers()
    {
        var bob = new PersonId("bob");
        var (open, answered) = (Alone("a"), Alone("b") with { Answer = Answer(ReviewVerdict.Deny) });
        var chosen = Item("c");
        await AddAll(open, answered, chosen);
        Assert.Equal([bob], await Store.Read(unit => unit.ReviewItems.OwingAloneAsync(review, Stop)));

        Assert.Equal(1, await Store.Commit(unit => unit.ReviewItems.FallBackAsync(review, bob, Stop)));
        Assert.Equal(open with { Pool = ReviewerPool.Fallback, Reviewer = null, Version = 1 }, await Find(open.Id));
        Assert.Equal(answered, await Find(answered.Id));
        Assert.Equal(1, await Store.Commit(unit => unit.ReviewItems.FallBackAsync(review, Stop)));
        Assert.Equal(ReviewerPool.Fallback, (await Find(chosen.Id))!.Pool);
        Assert.Empty(await Store.Read(unit => unit.ReviewItems.OwingAloneAsync(review, Stop)));

        ReviewItem Alone(string person) => Item(person) with { Pool = ReviewerPool.One, Reviewer = bob };
    }

    [Fact]
    public async Task Reviewers_are_kept_by_pool()
    {
        Reviewer[] all =
        [
            new(review, new PersonId("a"), ReviewerPool.Chosen),
            new(review, new PersonId("b"), ReviewerPool.One),
        ];
        await Store.Commit(unit => Array.ForEach(all, unit.ReviewItems.Add));
        var lost = all[1] with { IsUnreachable = true };
        await Store.Commit(unit => unit.ReviewItems.Update(lost));
        Assert.Equal([all[0], lost], await Store.Read(unit => unit.ReviewItems.ReviewersAsync(review, Stop)));
    }

    private static ReviewAnswer Answer(ReviewVerdict verdict) =>
        new(verdict, new PersonId("bob"), Sample.Instant, "so");

    private ReviewItem Item(string person) =>
        new()
        {
            Id = Guid.NewGuid(),
            Review = review,
            Number = ++numbers,
            Assignment = Guid.NewGuid(),
            Principal = Principal.Of(new PersonId(person)),
            Type = AssignmentType.Eligible,
            Recommendation = new(ReviewVerdict.Deny, RecommendationReason.NeverSeen),
            Pool = ReviewerPool.Chosen,
            Result = ReviewItemResult.Open,
        };

    private Task AddAll(params ReviewItem[] items) => Store.Commit(unit => Array.ForEach(items, unit.ReviewItems.Add));

    private Task<ReviewItem?> Find(Guid id) => Store.Read(unit => unit.ReviewItems.FindAsync(id, Stop));

    private Task<IReadOnlyList<ReviewItem>> List(ReviewItemFilter filter) =>
        Store.Read(unit => unit.ReviewItems.ListAsync(filter, 1000, Stop));

    private async Task<IEnumerable<int>> Numbers(ReviewItemFilter filter) =>
        (await List(filter)).Select(item => item.Number);
}

public sealed class SqliteReviewItems : ReviewItemContract<SqliteEngine>;

public sealed class PostgresReviewItems : ReviewItemContract<PostgresEngine>;
