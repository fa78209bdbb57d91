using PimBot.Application.Reviews;
using PimBot.Application.Work;
using PimBot.Bot.Cards;
using PimBot.Domain.Access;
using PimBot.Domain.Reviews;

namespace PimBot.Bot.Reviews;

/// <summary>Reads a review for one of its reviewers, at the place where they stopped, and moves that place.</summary>
/// <param name="Work">The unit of work.</param>
/// <param name="Review">The review.</param>
/// <param name="Reader">The reviewer.</param>
internal sealed record ReviewerPages(IPimUnitOfWork Work, ReviewId Review, PersonId Reader)
{
    /// <summary>Null for whoever does not review here, which is answered like a review that does not exist.</summary>
    public async Task<ReviewerPage?> ReadAsync(CancellationToken cancellation)
    {
        var place = await ReviewPlace.ReadAsync(Work, Review, Reader, cancellation);
        return place.IsList
            ? await ListAsync(place.Number, cancellation)
            : await SingleAsync(place.Number, cancellation);
    }

    /// <summary>The item with this number, or the first after it that is theirs; 0: the first that has no answer, else the first.</summary>
    public async Task<ReviewerPage?> SingleAsync(int number, CancellationToken cancellation)
    {
        var found =
            number > 0 ? await FirstAsync(After(number - 1), cancellation)
            : await FirstAsync(After(0) with { IsUnanswered = true }, cancellation) is { Items.Count: > 0 } open ? open
            : await FirstAsync(After(0), cancellation);
        if (found is { Items.Count: 0 } && number > 0)
        {
            found = await FirstAsync(After(0), cancellation);
        }

        return found is null ? null : await PageAsync(found, isList: false, cancellation);
    }

    /// <summary>A page of the list, from the item with this number on.</summary>
    public async Task<ReviewerPage?> ListAsync(int number, CancellationToken cancellation)
    {
        var found = await FindAsync(After(Math.Max(0, number - 1)), ReviewListCard.Most, cancellation);
        if (found is { Items.Count: 0 } && number > 0)
        {
            found = await FindAsync(After(0), ReviewListCard.Most, cancellation);
        }

        return found is null ? null : await PageAsync(found, isList: true, cancellation);
    }

    /// <summary>The number to go on with after an answer: the next without one, from the beginning again; null: none is open.</summary>
    public async Task<int?> NextOpenAsync(int after, CancellationToken cancellation)
    {
        var open = await FirstAsync(After(after) with { IsUnanswered = true }, cancellation);
        if (open is { Items.Count: 0 } && after > 0)
        {
            open = await FirstAsync(After(0) with { IsUnanswered = true }, cancellation);
        }

        return open is { Items: [var first, ..] } ? first.Item.Number : null;
    }

    /// <summary>The number of the item, or of the list's page, before or after what is shown; null: there is none.</summary>
    public async Task<int?> TurnAsync(int from, bool isBack, int most, CancellationToken cancellation)
    {
        var filter = isBack ? new ReviewItemFilter(Review) { Before = from } : After(from);
        var found = await FindAsync(filter, most, cancellation);
        return found is { Items: [var first, ..] } ? first.Item.Number : null;
    }

    /// <summary>What is recommended for all that has no answer yet.</summary>
    public async Task<RecommendedCounts> RecommendedAsync(CancellationToken cancellation)
    {
        const int PageSize = 200;
        var reviewer = await Work.Directory.FindPersonAsync(Reader, cancellation);
        var filter = After(0) with { IsUnanswered = true, Reviewer = reviewer };
        var (approve, deny) = (0, 0);
        IReadOnlyList<ReviewItem> page;
        do
        {
            page = await Work.ReviewItems.ListAsync(filter, PageSize, cancellation);
            var approved = page.Count(item => item.Recommendation.Verdict is ReviewVerdict.Approve);
            (approve, deny) = (approve + approved, deny + page.Count - approved);
            filter = page is [.., var last] ? filter with { After = last.Number } : filter;
        } while (page.Count == PageSize);

        return new RecommendedCounts(approve, deny);
    }

    private ReviewItemFilter After(int number) => new(Review) { After = number };

    private Task<ReviewPage?> FirstAsync(ReviewItemFilter filter, CancellationToken cancellation) =>
        FindAsync(filter, 1, cancellation);

    private async Task<ReviewPage?> FindAsync(ReviewItemFilter filter, int most, CancellationToken cancellation)
    {
        var decision = await ReviewReader.PageAsync(Work, Reader, filter, most, cancellation);
        return decision.IsAllowed ? decision.Value : null;
    }

    private async Task<ReviewerPage> PageAsync(ReviewPage found, bool isList, CancellationToken cancellation)
    {
        var before = found.Items is [var first, ..]
            ? await FirstAsync(new ReviewItemFilter(Review) { Before = first.Item.Number }, cancellation)
            : null;
        var after = found.Items is [.., var last] ? await FirstAsync(After(last.Item.Number), cancellation) : null;
        return new ReviewerPage
        {
            View = await ReviewViewReader.OfAsync(Work, found.Task, cancellation),
            Progress = found.Task.Progress,
            IsList = isList,
            Items = found.Items,
            HasPrevious = before is { Items.Count: > 0 },
            HasNext = after is { Items.Count: > 0 },
        };
    }
}
