using PimBot.Application.Alerts;
using PimBot.Application.Reviews;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Reviews;

namespace PimBot.Application.Access;

/// <summary>
/// Reads the dashboard. The database counts; the number of queries does not depend on how many people, roles and
/// assignments there are.
/// </summary>
public static class DashboardReader
{
    private const int MostCounted = 500;
    private const int MostEnding = 5;

    /// <summary>Null for whoever sees nothing but what is their own.</summary>
    public static async Task<Dashboard?> ReadAsync(IPimUnitOfWork work, PersonId person, CancellationToken cancellation)
    {
        var view = await AdministrationReader.ReadAsync(work, person, false, cancellation);
        if (view is null or { IsEmpty: true })
        {
            return null;
        }

        var activations = await work.Requests.PendingAsync(null, MostCounted, cancellation);
        var assignments = await work.AssignmentRequests.PendingAsync(MostCounted, cancellation);
        var starts = await work.Grants.StartedSinceAsync(work.Now - TimeSpan.FromDays(Dashboard.Days), cancellation);
        var seen = new Dictionary<RoleScope, bool>();
        bool Sees(RoleScope access) =>
            seen.TryGetValue(access, out var known)
                ? known
                : seen[access] = view.RightOver(access) is not AdministrationRight.None;

        var dashboard = new Dashboard
        {
            Now = work.Now,
            View = view,
            PendingActivations = activations.Count(r => Sees(r.Access)),
            PendingAssignments = assignments.Count(r => Sees(r.Access)),
            HasMorePending = activations.Count == MostCounted || assignments.Count == MostCounted,
            Alerts = [.. (await AlertReader.ListAsync(work, view.Facts, cancellation)).Alerts.Where(a => a.IsActive)],
            RunningReviews = await CountAsync(work, ReviewState.InProgress, r => Sees(r.Access), cancellation),
            ReviewsToApply = await CountAsync(
                work,
                ReviewState.Completed,
                r => !r.Settings.IsAutoApplied && Sees(r.Access),
                cancellation
            ),
            Starts = [.. starts.Where(s => Sees(s.Access)).Select(s => s.At)],
        };
        return await WithEndingAsync(work, dashboard, Sees, cancellation);
    }

    private static async Task<int> CountAsync(
        IPimUnitOfWork work,
        ReviewState state,
        Func<AccessReview, bool> counts,
        CancellationToken cancellation
    ) => (await work.Reviews.ListAsync(new ReviewFilter { State = state }, MostCounted, cancellation)).Count(counts);

    private static async Task<Dashboard> WithEndingAsync(
        IPimUnitOfWork work,
        Dashboard dashboard,
        Func<RoleScope, bool> sees,
        CancellationToken cancellation
    )
    {
        var soon = await work.Assignments.ListAsync(
            new AssignmentFilter { EndsBefore = work.Now + Assignment.ExtendBefore },
            MostCounted,
            cancellation
        );
        var mine = soon.Where(a => sees(a.Access)).ToList();
        var shown = mine.Take(MostEnding).ToList();
        var people = await work.Directory.PeopleAsync(
            [.. shown.Select(a => a.Person).OfType<PersonId>().Distinct()],
            cancellation
        );
        var groups = await work.Directory.GroupsAsync(
            [.. shown.Select(a => a.Group).OfType<GroupId>().Distinct()],
            cancellation
        );
        return dashboard with
        {
            EndingCount = mine.Count,
            HasMoreEnding = soon.Count == MostCounted,
            Ending =
            [
                .. shown.Select(a => new EndingAssignment(
                    a,
                    dashboard.View.Role(a.Access.Role)!,
                    dashboard.View.Scope(a.Access.Scope)!,
                    people.FirstOrDefault(p => p.Id == a.Person)?.Name
                        ?? groups.FirstOrDefault(g => g.Id == a.Group)?.Name
                        ?? "someone who left"
                )),
            ],
        };
    }
}
