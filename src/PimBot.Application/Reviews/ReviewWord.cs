using PimBot.Application.Access;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Reviews;

namespace PimBot.Application.Reviews;

/// <summary>Owes word of reviews to those whom it concerns.</summary>
internal static class ReviewWord
{
    /// <summary>Reviewers get the review; who is asked about themselves gets a question for each assignment.</summary>
    public static void Started(IPimUnitOfWork work, AccessReview review, ReviewMembers members)
    {
        var asked = members.Items.Where(item => ReviewRules.IsOwnQuestion(review, item)).ToList();
        foreach (var item in asked)
        {
            work.Tell(new ReviewNotice(ReviewNoticeKind.SelfAsked, item.Reviewer!.Value, review.Id, item.Id));
        }

        var others = members
            .Reviewers.Where(r => r.Pool is not ReviewerPool.One || review.Settings.Reviewers is not ReviewerKind.Self)
            .Select(r => r.Person);
        Tell(work, ReviewNoticeKind.Started, review, others, null);
    }

    /// <summary>To people, each once.</summary>
    public static void Tell(
        IPimUnitOfWork work,
        ReviewNoticeKind kind,
        AccessReview review,
        IEnumerable<PersonId> people,
        string? occasion
    )
    {
        foreach (var person in people.Distinct())
        {
            work.Tell(new ReviewNotice(kind, person, review.Id, Occasion: occasion));
        }
    }

    /// <summary>The cards of all reviewers show what became of the review.</summary>
    public static async Task SettledAsync(IPimUnitOfWork work, AccessReview review, CancellationToken cancellation)
    {
        var reviewers = await work.ReviewItems.ReviewersAsync(review.Id, cancellation);
        Tell(work, ReviewNoticeKind.Settled, review, reviewers.Select(r => r.Person), $"{review.State}");
    }

    /// <summary>Who manages the scope and who started the review are told of results.</summary>
    public static async Task AdministratorsAsync(
        IPimUnitOfWork work,
        ReviewNoticeKind kind,
        AccessReview review,
        CancellationToken cancellation
    )
    {
        var managers = await AdministratorRights.ManagersAsync(work, review.Access, cancellation);
        var starter = await work.Directory.FindPersonAsync(review.CreatedBy, cancellation);
        // Emergency accounts are left out of daily work.
        var people = managers.Append(starter).OfType<Person>().Where(ReviewRules.MayReview).Select(p => p.Id);
        Tell(work, kind, review, people, null);
    }

    /// <summary>Whose assignment was removed is told, of a group each member.</summary>
    public static async Task RemovedAsync(
        IPimUnitOfWork work,
        AccessReview review,
        ReviewItem item,
        CancellationToken cancellation
    )
    {
        IEnumerable<PersonId> people = item.Principal.Group is { } group
            ? (await HolderReader.MembersAsync(work, [group], cancellation)).Values.SelectMany(m => m)
            : [item.Principal.Person!.Value];
        foreach (var person in people)
        {
            work.Tell(new ReviewNotice(ReviewNoticeKind.Removed, person, review.Id, item.Id));
        }
    }
}
