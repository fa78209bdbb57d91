using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Application.Access.AsCode;

/// <summary>
/// Compares the store with a file. Policies and how alerts are set are the file's: what it lacks has its defaults again.
/// Assignments and access reviews are too, as far as removing is asked for. People, groups, scopes and roles are added and changed, never removed.
/// </summary>
public static class DirectoryPlanner
{
    /// <param name="present">What the store has.</param>
    /// <param name="wanted">What the file has.</param>
    /// <param name="prune">Whether assignments that the file lacks are removed, and reviews ended.</param>
    /// <param name="now">The moment of the plan.</param>
    public static DirectoryPlan Plan(
        DirectoryContents present,
        DirectoryContents wanted,
        bool prune,
        DateTimeOffset now
    )
    {
        wanted = Observed(present, wanted);
        var names = new DirectoryNames(present, wanted);
        var differences = new DirectoryDifferences(names);
        return new DirectoryPlan
        {
            Scopes = Edits(present.Scopes, wanted.Scopes, s => s.Id, differences.Between),
            Roles = Edits(present.Roles, wanted.Roles, r => r.Id, DirectoryDifferences.Between),
            People = Edits(present.People, wanted.People, p => p.Id, differences.Between),
            Groups = Edits(present.Groups, wanted.Groups, g => g.Id, differences.Between),
            Policies = Policies(present, wanted, new DirectoryPolicyDifferences(names)),
            Assignments = wanted.HasAssignments
                ? new DirectoryAssignmentMatch(wanted, prune, now).Edits(present.Assignments)
                : [],
            Reviews = new DirectoryReviewPlanner(new DirectoryReviewDifferences(names), prune, now).Edits(
                present,
                wanted
            ),
            Alerts = DirectoryAlertPlanner.Edits(present, wanted),
            Names = names,
        };
    }

    /// <summary>
    /// A last sign-in is an observation, not a setting: a later one is taken over; none, an earlier one, or one that
    /// counts from the load changes nothing that the store knows.
    /// </summary>
    private static DirectoryContents Observed(DirectoryContents present, DirectoryContents wanted)
    {
        var seen = present.People.Where(p => p.LastSignIn is not null).ToDictionary(p => p.Id, p => p.LastSignIn);
        return wanted with
        {
            People =
            [
                .. wanted.People.Select(p =>
                    seen.TryGetValue(p.Id, out var last)
                    && (wanted.RelativeSignIns.Contains(p.Id) || !(p.LastSignIn > last))
                        ? p with
                        {
                            LastSignIn = last,
                        }
                        : p
                ),
            ],
        };
    }

    private static List<DirectoryEdit<T>> Edits<T, TId>(
        IReadOnlyList<T> present,
        IReadOnlyList<T> wanted,
        Func<T, TId> id,
        Func<T, T, IReadOnlyList<DirectoryDetail>> differences
    )
        where T : class
        where TId : struct
    {
        var (before, after) = (present.ToDictionary(id), wanted.Select(id).ToHashSet());
        var edits = new List<DirectoryEdit<T>>();
        foreach (var entry in wanted)
        {
            var known = before.GetValueOrDefault(id(entry));
            var details = known is null ? [] : differences(known, entry);
            if (known is null || details.Count > 0)
            {
                edits.Add(new(known, entry) { Details = details });
            }
        }

        edits.AddRange(
            present.Where(e => !after.Contains(id(e))).Select(e => new DirectoryEdit<T>(e, null) { IsDrift = true })
        );
        return edits;
    }

    // A role without a policy of its own is under the published default. A file without the section has no word on any.
    private static List<DirectoryEdit<RolePolicy>> Policies(
        DirectoryContents present,
        DirectoryContents wanted,
        DirectoryPolicyDifferences differences
    )
    {
        if (!wanted.HasPolicies)
        {
            return [];
        }

        var (before, after) = (
            present.Policies.ToDictionary(p => p.Access),
            wanted.Policies.ToDictionary(p => p.Access)
        );
        var edits = new List<DirectoryEdit<RolePolicy>>();
        foreach (var access in after.Keys.Union(before.Keys))
        {
            var (known, next) = (before.GetValueOrDefault(access), after.GetValueOrDefault(access));
            var published = RolePolicy.Default(access);
            var details = differences.Between(known ?? published, next ?? published);
            if (details.Count > 0)
            {
                edits.Add(new(known, next) { Details = details });
            }
        }

        return edits;
    }
}
