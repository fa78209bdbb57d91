using PimBot.Application.Access;
using PimBot.Application.Reviews;
using PimBot.Application.Work;
using PimBot.Bot.Commands;
using PimBot.Bot.Dialogs.Assignments;
using PimBot.Domain.Access;
using PimBot.Domain.Reviews;

namespace PimBot.Bot.Reviews;

/// <summary>Which of the reviews that somebody sees they mean by a name.</summary>
internal static class MeantReviews
{
    /// <summary>So many of the newest are looked through at most.</summary>
    private const int MostRead = 2000;

    /// <summary>The most likely first; of a role and scope with something under way, nothing that is settled. Empty: none of that name.</summary>
    public static async Task<IReadOnlyList<AccessReview>> FindAsync(
        IPimUnitOfWork work,
        PersonId reader,
        OpenReviewCommand asked,
        CancellationToken cancellation
    )
    {
        var seen = await AdministeredReader.ReadAsync(work, reader, AdministrationRight.View, cancellation);
        var all = await work.Reviews.ListAsync(new ReviewFilter { IsWithoutUnbegun = true }, MostRead, cancellation);
        var scopes = seen.ToDictionary(s => s.Role.Id, s => s.Scopes.Select(scope => scope.Id).ToHashSet());
        var visible = all.Where(r => scopes.GetValueOrDefault(r.Access.Role)?.Contains(r.Access.Scope) is true)
            .ToList();
        var meant = ByTitle(visible, asked.Name) is { Count: > 0 } titled ? titled : ByRole(visible, seen, asked);
        var likely = meant.GroupBy(r => r.Access).SelectMany(same => Likely([.. same], asked.IsToApply)).ToList();
        return likely.Exists(r => !IsSettled(r)) ? likely.FindAll(r => !IsSettled(r)) : likely;
    }

    /// <summary>A title is only understood as a whole: roles are what people name short.</summary>
    private static List<AccessReview> ByTitle(List<AccessReview> reviews, string? name)
    {
        var titles = reviews.Select(r => r.Name).Distinct().Select(t => new NamedRole(t, t, [])).ToList();
        var named = RoleNames.Named(name ?? "", titles).Select(t => t.Key).ToHashSet();
        return reviews.FindAll(r => named.Contains(r.Name));
    }

    private static List<AccessReview> ByRole(
        List<AccessReview> reviews,
        IReadOnlyList<AdministeredRole> seen,
        OpenReviewCommand asked
    )
    {
        var reviewed = reviews.Select(r => r.Access).ToHashSet();
        var roles = Keys(
            asked.RoleText,
            Offering.Names(seen.Select(s => s.Role).Where(r => reviewed.Any(a => a.Role == r.Id)))
        );
        var found = reviews.FindAll(r => roles.Contains(r.Access.Role.Value));
        if (asked.PlaceText is null)
        {
            return found;
        }

        var scopes = seen.SelectMany(s => s.Scopes)
            .DistinctBy(s => s.Id)
            .Where(s => found.Exists(r => r.Access.Scope == s.Id));
        var places = Keys(asked.PlaceText, Offering.Names(scopes));
        return found.FindAll(r => places.Contains(r.Access.Scope.Value));
    }

    private static HashSet<string> Keys(string? text, IReadOnlyList<NamedRole> names) =>
        RoleNames.Match(text ?? "", names) switch
        {
            RoleMatch.Exact exact => [exact.Role.Key],
            RoleMatch.Ambiguous several => [.. several.Roles.Select(r => r.Key)],
            _ => [],
        };

    /// <summary>Of one role and scope: what runs or waits to be applied, before what lies ahead, before the newest that is settled.</summary>
    private static List<AccessReview> Likely(List<AccessReview> same, bool isToApply)
    {
        ReviewState[] states = isToApply
            ? [ReviewState.Completed, ReviewState.InProgress]
            : [ReviewState.InProgress, ReviewState.Completed];
        foreach (var state in states.Concat([ReviewState.Completing, ReviewState.Applying, ReviewState.NotStarted]))
        {
            if (same.FindAll(r => r.State == state) is { Count: > 0 } found)
            {
                return found;
            }
        }

        return [same[0]];
    }

    private static bool IsSettled(AccessReview review) => review.State is ReviewState.Applied or ReviewState.Stopped;
}
