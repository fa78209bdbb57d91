using PimBot.Api.Answers;
using PimBot.Application.Access;
using PimBot.Application.Work;
using PimBot.Domain.Access;

namespace PimBot.Api.Access;

/// <summary>Lists schedules that the caller may see, page by page in the store's order: assignments first, then activations.</summary>
internal sealed class ScheduleReader(IPimUnitOfWork work, Viewer viewer, ScheduleFilter filter, AssignmentType type)
{
    private const string OfAssignments = "a";
    private const string OfGrants = "g";
    private const int Chunk = 500;

    /// <summary>A page may be short of what was asked for when so much was looked through in vain.</summary>
    private const int MostChunks = 20;

    private readonly List<(string Key, ScheduleResource Shown)> found = [];
    private HashSet<Guid> own = [];

    public async Task<(IReadOnlyList<ScheduleResource> Found, string? Last)> ReadAsync(
        PageAsk ask,
        CancellationToken cancellation
    )
    {
        var (source, after) = Position(ask.After);
        var mine = await work.Assignments.OfAsync(viewer.Person.Id, cancellation);
        own = [.. mine.Select(a => a.Id)];
        string? last = null;
        if (source == OfAssignments)
        {
            last = viewer.SeesOthers
                ? await ScanAssignmentsAsync(ask.Top, after, cancellation)
                : Take(mine.Where(a => a.Type == type && IsListed(a)).OrderBy(a => Key(a.Id)), ask.Top, after);
            after = null;
        }

        if (last is null && type is AssignmentType.Active && found.Count <= ask.Top)
        {
            last = await ScanGrantsAsync(ask.Top, after, cancellation);
        }

        return Cut(ask.Top, last);
    }

    // One more than asked for shows that there are more; a scan that was given up goes on where it stopped.
    private (IReadOnlyList<ScheduleResource> Found, string? Last) Cut(int top, string? scanned) =>
        found.Count > top
            ? ([.. found.Take(top).Select(f => f.Shown)], found[top - 1].Key)
            : ([.. found.Select(f => f.Shown)], scanned);

    private async Task<string?> ScanAssignmentsAsync(int top, Guid? after, CancellationToken cancellation)
    {
        var query = new AssignmentFilter
        {
            Type = type,
            Role = filter.Role is { } role ? new RoleId(role) : null,
            Scope = filter.Scope is { } scope ? new ScopeId(scope) : null,
            WithEnded = filter.WithEnded,
        };
        for (var chunk = 0; chunk < MostChunks; chunk++)
        {
            var part = await work.Assignments.ListAsync(query with { After = after }, Chunk, cancellation);
            foreach (var assignment in part.Where(a => viewer.Sees(a.Access) || own.Contains(a.Id)).Where(IsListed))
            {
                Add(assignment);
            }

            if (part.Count < Chunk || found.Count > top)
            {
                return null;
            }

            after = part[^1].Id;
        }

        return Key(OfAssignments, after!.Value);
    }

    private async Task<string?> ScanGrantsAsync(int top, Guid? after, CancellationToken cancellation)
    {
        if (!viewer.SeesOthers)
        {
            var mine = await work.Grants.OpenOfAsync(viewer.Person.Id, cancellation);
            foreach (
                var grant in mine.Where(IsListed).OrderBy(g => Key(g.Id.Value)).Where(g => IsAfter(g.Id.Value, after))
            )
            {
                Add(grant);
            }

            return null;
        }

        for (var chunk = 0; chunk < MostChunks; chunk++)
        {
            GrantId? last = after is { } id ? new GrantId(id) : null;
            var part = await work.Grants.ActivePageAsync(last, Chunk, cancellation);
            foreach (
                var grant in part.Where(g => viewer.Sees(g.Access) || g.Person == viewer.Person.Id).Where(IsListed)
            )
            {
                Add(grant);
            }

            if (part.Count < Chunk || found.Count > top)
            {
                return null;
            }

            after = part[^1].Id.Value;
        }

        return Key(OfGrants, after!.Value);
    }

    private string? Take(IEnumerable<Assignment> mine, int top, Guid? after)
    {
        foreach (var assignment in mine.Where(a => IsAfter(a.Id, after)).Take(top + 1))
        {
            Add(assignment);
        }

        return null;
    }

    private void Add(Assignment assignment) =>
        found.Add(
            (
                Key(OfAssignments, assignment.Id),
                ScheduleResource.Of(assignment, viewer.Person.Id, work.Now, own.Contains(assignment.Id))
            )
        );

    private void Add(Grant grant) => found.Add((Key(OfGrants, grant.Id.Value), ScheduleResource.Of(grant)));

    private bool IsListed(Assignment assignment) =>
        filter.Takes(assignment.Access, assignment.Principal) && (filter.WithEnded || !assignment.IsOverAt(work.Now));

    private bool IsListed(Grant grant) =>
        grant.IsActiveAt(work.Now) && filter.Takes(grant.Access, Principal.Of(grant.Person));

    private static bool IsAfter(Guid id, Guid? after) =>
        after is null || string.CompareOrdinal(Key(id), Key(after.Value)) > 0;

    private static string Key(Guid id) => id.ToString("N");

    private static string Key(string source, Guid id) => source + Key(id);

    private static (string Source, Guid? After) Position(string? token)
    {
        if (token is null)
        {
            return (OfAssignments, null);
        }

        return
            token.Length > 1
            && token[..1] is OfAssignments or OfGrants
            && Guid.TryParseExact(token[1..], "N", out var id)
            ? (token[..1], id)
            : throw ApiProblemException.Bad("This $skipToken is from no page of this list.", "?$skipToken");
    }
}
