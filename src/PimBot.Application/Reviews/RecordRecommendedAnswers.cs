using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;
using PimBot.Domain.Reviews;

namespace PimBot.Application.Reviews;

/// <summary>A reviewer takes what is recommended, for all whom they review at once.</summary>
public static class RecordRecommendedAnswers
{
    /// <summary>The most answers of one command; do it again for more.</summary>
    public const int Most = 1000;

    private const int PageSize = 200;

    public static async Task<Decision<RecommendedAnswers>> RunAsync(
        IPimUnitOfWork work,
        RecordRecommendedAnswersCommand command,
        CancellationToken cancellation
    )
    {
        var review = await work.Reviews.FindAsync(command.Review, cancellation);
        var reviewer = await work.Directory.FindPersonAsync(command.Actor, cancellation);
        if (review is null || reviewer is null)
        {
            return Refusal.Because(ReasonCode.UnknownReview);
        }

        var pools = await work.ReviewItems.PoolsOfAsync(review.Id, reviewer.Id, cancellation);
        if (pools.Count == 0)
        {
            return Refusal.Because(ReasonCode.UnknownReview);
        }

        if (!review.Settings.ShowsRecommendations)
        {
            return Refusal.Because(ReasonCode.RecommendationsNotShown);
        }

        var reason = InertText.Clean(command.Reason, ReviewRules.LongestReason);
        var answering = new Answering(review, reviewer, pools, reason, command.IsForAll);
        var recorded = await AnswerAsync(work, answering, cancellation);
        return recorded.Refusal is { } refusal
            ? refusal
            : new RecommendedAnswers(
                recorded.Count,
                await work.ReviewItems.ProgressAsync(review.Id, reviewer, cancellation)
            );
    }

    private static async Task<(int Count, Refusal? Refusal)> AnswerAsync(
        IPimUnitOfWork work,
        Answering answering,
        CancellationToken cancellation
    )
    {
        var filter = new ReviewItemFilter(answering.Review.Id)
        {
            Reviewer = answering.Reviewer,
            IsUnanswered = !answering.IsForAll,
        };
        var recorded = 0;
        IReadOnlyList<ReviewItem> page;
        do
        {
            page = await work.ReviewItems.ListAsync(filter, PageSize, cancellation);
            var people = await PeopleAsync(work, page, cancellation);
            foreach (var item in page.Where(item => item.Answer?.Verdict != item.Recommendation.Verdict))
            {
                var member = item.Principal.Person is { } id ? people.GetValueOrDefault(id) : null;
                if (answering.MayAnswer(item, member, work.Now) is { } refusal)
                {
                    return (recorded, refusal);
                }

                var verdict = item.Recommendation.Verdict;
                var answer = new ReviewAnswer(
                    verdict,
                    answering.Reviewer.Id,
                    work.Now,
                    answering.Reason ?? "",
                    IsBulk: true
                );
                RecordReviewAnswer.Save(work, answering.Review, item, answer);
                recorded++;
            }

            filter = page is [.., var last] ? filter with { After = last.Number } : filter;
        } while (page.Count == PageSize && recorded < Most);

        return (recorded, null);
    }

    private static async Task<Dictionary<PersonId, Person>> PeopleAsync(
        IPimUnitOfWork work,
        IReadOnlyList<ReviewItem> items,
        CancellationToken cancellation
    )
    {
        var ids = items.Select(item => item.Principal.Person).OfType<PersonId>().ToHashSet();
        return (await work.Directory.PeopleAsync(ids, cancellation)).ToDictionary(p => p.Id);
    }

    private sealed record Answering(
        AccessReview Review,
        Person Reviewer,
        IReadOnlyList<ReviewerPool> Pools,
        string? Reason,
        bool IsForAll
    )
    {
        public Refusal? MayAnswer(ReviewItem item, Person? member, DateTimeOffset now) =>
            ReviewRules.MayAnswer(Review, item, Reviewer, member, Pools, Reason, now);
    }
}
