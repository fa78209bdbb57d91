using PimBot.Domain.Access;
using PimBot.Domain.Reviews;

namespace PimBot.Application.Access.AsCode;

/// <summary>
/// Compares series of access reviews. One that a file lacks is kept, as drift, or ended when removing is asked for. What
/// runs is never touched: an occurrence keeps what it began with. What has come to its end is not begun again.
/// </summary>
internal sealed class DirectoryReviewPlanner(DirectoryReviewDifferences differences, bool prune, DateTimeOffset now)
{
    public List<DirectoryEdit<DirectoryReview>> Edits(DirectoryContents present, DirectoryContents wanted)
    {
        if (!wanted.HasReviews)
        {
            return [];
        }

        // Chat may have begun several of one name: the one that goes on is the file's.
        var known = present
            .Reviews.GroupBy(Key)
            .ToDictionary(g => g.Key, g => g.OrderBy(r => r.IsOver).ThenByDescending(r => r.First));
        var edits = new List<DirectoryEdit<DirectoryReview>>();
        var matched = new HashSet<DirectoryReview>(ReferenceEqualityComparer.Instance);
        foreach (var review in wanted.Reviews)
        {
            var before = known.GetValueOrDefault(Key(review))?.First();
            if (before is not null)
            {
                matched.Add(before);
            }

            if (Edit(before, review) is { } edit)
            {
                edits.Add(edit);
            }
        }

        edits.AddRange(
            present
                .Reviews.Where(r => !r.IsOver && !matched.Contains(r))
                .Select(r => new DirectoryEdit<DirectoryReview>(r, null) { IsDrift = !prune })
        );
        return edits;
    }

    private DirectoryEdit<DirectoryReview>? Edit(DirectoryReview? before, DirectoryReview after)
    {
        if (before is null)
        {
            return Goes(after) ? new(null, after) : null;
        }

        var wanted = after.IsRelative
            ? after with
            {
                First = before.First,
                IsRelative = false,
                BeginsAtOnce = false,
            }
            : after;
        var details = differences.Between(before, wanted);
        var isToDo = details.Count > 0 && (!before.IsOver || Goes(wanted));
        return isToDo ? new(before, wanted) { Details = details } : null;
    }

    /// <summary>Whether anything of it is still to begin.</summary>
    private bool Goes(DirectoryReview review) =>
        review.BeginsAtOnce || ReviewCalendar.NextAt(review.Settings, review.First, now) is not null;

    private static (RoleScope, string) Key(DirectoryReview review) => (review.Access, review.Name);
}
