using PimBot.Domain.Access;

namespace PimBot.Application.Access.AsCode;

/// <summary>Finds which assignment of the file is which of the store.</summary>
/// <param name="wanted">The file.</param>
/// <param name="prune">Whether what the file lacks is removed; it is drift otherwise.</param>
/// <param name="now">The moment of the plan.</param>
internal sealed class DirectoryAssignmentMatch(DirectoryContents wanted, bool prune, DateTimeOffset now)
{
    public IReadOnlyList<DirectoryEdit<Assignment>> Edits(IReadOnlyList<Assignment> present)
    {
        var ours = present.Where(a => !a.IsOverAt(now)).ToLookup(Key);
        var theirs = wanted.Assignments.Where(a => !a.IsOverAt(now)).ToLookup(Key);
        var (changed, gone, come) = (
            new List<DirectoryEdit<Assignment>>(),
            new List<Assignment>(),
            new List<Assignment>()
        );
        foreach (var key in theirs.Select(g => g.Key).Concat(ours.Select(g => g.Key)).Distinct())
        {
            var (before, after) = WithoutSame([.. ours[key]], [.. theirs[key]]);
            var pairs = Math.Min(before.Count, after.Count);
            changed.AddRange(before.Zip(after, Changed));
            gone.AddRange(before.Skip(pairs));
            come.AddRange(after.Skip(pairs));
        }

        var converted = prune ? Converted(gone, come) : [];
        return [.. come.Select(Added), .. changed, .. converted, .. gone.Select(Gone)];
    }

    private static (Principal Principal, RoleScope Access, AssignmentType Type) Key(Assignment a) =>
        (a.Principal, a.Access, a.Type);

    private (List<Assignment> Before, List<Assignment> After) WithoutSame(
        List<Assignment> before,
        List<Assignment> after
    )
    {
        foreach (var file in after.ToList())
        {
            if (before.FindIndex(store => Same(store, file)) is >= 0 and var found)
            {
                before.RemoveAt(found);
                after.Remove(file);
            }
        }

        return (
            [.. before.OrderBy(a => a.Start).ThenBy(a => a.End)],
            [.. after.OrderBy(a => a.Start).ThenBy(a => a.End)]
        );
    }

    private bool Same(Assignment store, Assignment file)
    {
        // Counted from the load: what was loaded from these words has their id; what was made later counts from then.
        if (wanted.Relative.Contains(file.Id))
        {
            if (store.Id == file.Id)
            {
                return true;
            }

            var later = (store.CreatedAt ?? store.Start ?? wanted.ReadAt) - wanted.ReadAt;
            file = file with { Start = file.Start + later, End = file.End + later };
        }

        return SameStart(store, file)
            && (store.End == file.End || (store.KeptSince is not null && file.End < store.End));
    }

    // What has begun has begun; a file without a start means "now" for what is new.
    private bool SameStart(Assignment store, Assignment file) =>
        store.Start == file.Start || (!(store.Start > now) && !(file.Start > now));

    /// <summary>Eligible becomes active, or the other way round, in one step: nobody is without it in between.</summary>
    private List<DirectoryEdit<Assignment>> Converted(List<Assignment> gone, List<Assignment> come)
    {
        var converted = new List<DirectoryEdit<Assignment>>();
        var free = come.GroupBy(a => (a.Principal, a.Access)).ToDictionary(g => g.Key, g => new Queue<Assignment>(g));
        foreach (var before in gone)
        {
            if (free.TryGetValue((before.Principal, before.Access), out var others) && others.TryDequeue(out var after))
            {
                converted.Add(Changed(before, after));
            }
        }

        var done = converted.SelectMany(e => new[] { e.Before!.Id, e.After!.Id }).ToHashSet();
        gone.RemoveAll(a => done.Contains(a.Id));
        come.RemoveAll(a => done.Contains(a.Id));
        return converted;
    }

    private DirectoryEdit<Assignment> Changed(Assignment before, Assignment after) =>
        new(before, after) { Details = [.. Details(before, after)] };

    private IEnumerable<DirectoryDetail> Details(Assignment before, Assignment after)
    {
        if (before.Type != after.Type)
        {
            yield return new("kind", Word(before), Word(after));
        }

        var (old, next) = DirectoryPeriodWords.Periods(before, after, now);
        if (old != next)
        {
            yield return new("holds", old, next);
        }
    }

    private static string Word(Assignment assignment) =>
        DirectoryNodes.Word(DirectoryVocabulary.AssignmentTypes, assignment.Type).Text;

    private static DirectoryEdit<Assignment> Added(Assignment after) => new(null, after);

    private DirectoryEdit<Assignment> Gone(Assignment before) => new(before, null) { IsDrift = !prune };
}
