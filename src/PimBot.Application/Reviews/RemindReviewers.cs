using System.Globalization;
using PimBot.Application.Audit;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Audit;
using PimBot.Domain.Policies;
using PimBot.Domain.Reviews;

namespace PimBot.Application.Reviews;

/// <summary>Reminds the reviewers who still owe answers, and nobody else: at half time, or when an administrator asks for it.</summary>
public static class RemindReviewers
{
    /// <summary>An administrator reminds them; within an hour only once.</summary>
    /// <returns>How many owe answers.</returns>
    public static async Task<Decision<RemindedReviewers>> RunAsync(
        IPimUnitOfWork work,
        PersonId actor,
        ReviewId id,
        CancellationToken cancellation
    )
    {
        var (review, refusal) = await ReviewAdministration.FindAsync(work, actor, id, "remind", cancellation);
        refusal ??= ReviewRules.MayReset(review!, work.Now);
        if (refusal is not null)
        {
            return refusal;
        }

        var hour = work.Now.UtcDateTime.ToString("yyyy-MM-ddTHH", CultureInfo.InvariantCulture);
        return new RemindedReviewers(await TellAsync(work, review!, actor, hour, cancellation));
    }

    /// <summary>Everybody who still owes an answer of a review that runs.</summary>
    public static async Task<IReadOnlyList<Person>> OwingAsync(
        IPimUnitOfWork work,
        AccessReview review,
        CancellationToken cancellation
    )
    {
        var owing = (await work.ReviewItems.OwingAloneAsync(review.Id, cancellation)).ToHashSet();
        var inPools = (await work.ReviewItems.ReviewersAsync(review.Id, cancellation))
            .Where(r => r.Pool is not ReviewerPool.One)
            .Select(r => r.Person)
            .Distinct();
        foreach (var person in await work.Directory.PeopleAsync([.. inPools.Except(owing)], cancellation))
        {
            if ((await work.ReviewItems.ProgressAsync(review.Id, person, cancellation)).Open > 0)
            {
                owing.Add(person.Id);
            }
        }

        var people = await work.Directory.PeopleAsync(owing, cancellation);
        return [.. people.Where(ReviewRules.MayReview).OrderBy(p => p.Name, StringComparer.OrdinalIgnoreCase)];
    }

    /// <param name="work">The unit of work.</param>
    /// <param name="review">The review.</param>
    /// <param name="actor">Who wants it; null: half time has come.</param>
    /// <param name="occasion">Tells reminders apart; null: that of half time.</param>
    /// <param name="cancellation">Stops the read.</param>
    internal static async Task<int> TellAsync(
        IPimUnitOfWork work,
        AccessReview review,
        PersonId? actor,
        string? occasion,
        CancellationToken cancellation
    )
    {
        var owing = await OwingAsync(work, review, cancellation);
        work.Audit.Append(AuditEvents.Of(AuditAction.ReviewReminded, review, actor, $"reviewers={owing.Count}"));
        ReviewWord.Tell(work, ReviewNoticeKind.Reminder, review, owing.Select(p => p.Id), occasion);
        return owing.Count;
    }
}
