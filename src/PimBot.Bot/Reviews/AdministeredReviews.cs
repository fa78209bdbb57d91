using PimBot.Application.Access;
using PimBot.Application.Reviews;
using PimBot.Application.Work;
using PimBot.Bot.Cards;
using PimBot.Bot.Wording;
using PimBot.Domain.Access;
using PimBot.Domain.Reviews;

namespace PimBot.Bot.Reviews;

/// <summary>Reads reviews for those who administer or view their scopes, and for who is asked to answer.</summary>
internal static class AdministeredReviews
{
    private const int MostNames = 10;

    /// <summary>Null for whoever sees nothing of its scope, which is answered like a review that does not exist.</summary>
    public static async Task<AdministeredReview?> FindAsync(
        IPimUnitOfWork work,
        PersonId reader,
        ReviewId id,
        CancellationToken cancellation
    )
    {
        if (await ReviewViewReader.FindAsync(work, id, cancellation) is not { } view)
        {
            return null;
        }

        var right = await AdministratorRights.OverAsync(work, reader, view.Review.Access, cancellation);
        if (ReviewRules.MayView(right) is not null)
        {
            return null;
        }

        var ahead = await work.Reviews.FindNotStartedAsync(view.Review.Series, cancellation);
        return new AdministeredReview
        {
            View = view,
            MayManage = ReviewRules.MayManage(right) is null,
            Reviewers = await ReviewersAsync(work, view.Review.Settings, cancellation),
            Owing = view.IsOpen
                ? [.. (await RemindReviewers.OwingAsync(work, view.Review, cancellation)).Select(p => p.Name)]
                : [],
            Next = ahead is not null && ahead.Id != id ? ahead.ScheduledStart : null,
            Losing = view.Review.State is ReviewState.Completed ? await LosingAsync(work, id, cancellation) : [],
        };
    }

    /// <summary>What <c>reviews</c> shows: what the person is asked, and a page of what they see.</summary>
    public static async Task<ReviewsPage> PageAsync(
        IPimUnitOfWork work,
        PersonId reader,
        ReviewId? before,
        CancellationToken cancellation
    )
    {
        var tasks = new List<(ReviewView, ReviewProgress)>();
        foreach (var task in await ReviewReader.ToReviewAsync(work, reader, cancellation))
        {
            tasks.Add((await ReviewViewReader.OfAsync(work, task, cancellation), task.Progress));
        }

        var isAdministrator = await IsAnyAsync(work, reader, AdministrationRight.View, cancellation);
        var found = isAdministrator
            ? await ReviewResultsReader.ListAsync(
                work,
                reader,
                new ReviewFilter { Before = before, IsWithoutUnbegun = true },
                ReviewsCard.MostRows + 1,
                cancellation
            )
            : [];
        var rows = new List<ReviewView>();
        foreach (var summary in found.Take(ReviewsCard.MostRows))
        {
            rows.Add(await ReviewViewReader.OfAsync(work, summary, cancellation));
        }

        return new ReviewsPage
        {
            Tasks = [.. tasks.OrderBy(t => t.Item2.Open == 0)],
            IsAdministrator = isAdministrator,
            MayStart = await IsAnyAsync(work, reader, AdministrationRight.Manage, cancellation),
            Rows = [.. rows.OrderBy(row => row.Review.State is ReviewState.NotStarted)],
            IsFirst = before is null,
            Older = found.Count > ReviewsCard.MostRows ? rows[^1].Review.Id : (ReviewId?)null,
        };
    }

    /// <summary>Who reviews, in words.</summary>
    public static async Task<string> ReviewersAsync(
        IPimUnitOfWork work,
        ReviewSettings settings,
        CancellationToken cancellation
    )
    {
        var who = settings.Reviewers switch
        {
            ReviewerKind.Self => "Members themselves",
            ReviewerKind.Manager => "Each member’s manager",
            _ => await NamesAsync(work, settings.Chosen, cancellation),
        };
        return settings.Fallback.Count > 0
            ? $"{who}; otherwise {await NamesAsync(work, settings.Fallback, cancellation)}"
            : who;
    }

    private static async Task<string> NamesAsync(
        IPimUnitOfWork work,
        IReadOnlyCollection<PersonId> ids,
        CancellationToken cancellation
    )
    {
        var people = await work.Directory.PeopleAsync(ids, cancellation);
        var names = people.Select(p => p.Name).Order(StringComparer.OrdinalIgnoreCase).ToList();
        return names.Count == 0 ? "people who left" : AssignmentText.Names(names, MostNames);
    }

    private static async Task<IReadOnlyList<string>> LosingAsync(
        IPimUnitOfWork work,
        ReviewId id,
        CancellationToken cancellation
    )
    {
        var filter = new ReviewItemFilter(id) { Result = ReviewItemResult.ToRemove };
        var items = await work.ReviewItems.ListAsync(filter, MostNames, cancellation);
        var names = await Assignee.ReadAsync(work, items.Select(i => i.Principal), cancellation);
        return [.. items.Select(i => names[i.Principal].Name)];
    }

    private static Task<bool> IsAnyAsync(
        IPimUnitOfWork work,
        PersonId reader,
        AdministrationRight least,
        CancellationToken cancellation
    ) => AdministeredReader.IsAnyAsync(work, reader, least, cancellation);
}
