using PimBot.Domain.Access;
using PimBot.Domain.Audit;

namespace PimBot.Application.Access.AsCode;

/// <summary>Adds and changes scopes, roles, people and groups, each with its audit entry.</summary>
internal static class ApplyDirectoryEntries
{
    public static async Task RunAsync(DirectoryApplying applying, CancellationToken cancellation)
    {
        var directory = applying.Work.Directory;
        await EachAsync(
            applying,
            applying.Plan.Scopes,
            directory.Add,
            e => directory.UpdateAsync(e.After!, cancellation),
            s => $"scope={s.Id}"
        );
        await EachAsync(
            applying,
            applying.Plan.Roles,
            directory.Add,
            e => directory.UpdateAsync(e.After!, cancellation),
            r => $"role={r.Id}"
        );
        await EachAsync(
            applying,
            applying.Plan.People,
            directory.Add,
            e => directory.UpdateAsync(e.After!, cancellation),
            p => $"person={p.Id}"
        );
        await EachAsync(
            applying,
            applying.Plan.Groups,
            directory.Add,
            e => directory.UpdateAsync(e.After!, cancellation),
            g => $"group={g.Id}"
        );
    }

    private static async Task EachAsync<T>(
        DirectoryApplying applying,
        IReadOnlyList<DirectoryEdit<T>> edits,
        Action<T> add,
        Func<DirectoryEdit<T>, Task> update,
        Func<T, string> id
    )
        where T : class
    {
        // New ones first: they are written together.
        foreach (var added in edits.Where(e => e.Before is null).Select(e => e.After!))
        {
            add(added);
            applying.Work.Audit.Append(Event(applying, id(added), "added", added as Person));
        }

        foreach (var edit in edits.Where(e => e is { Before: not null, After: not null }))
        {
            await update(edit);
            var what = string.Join(", ", edit.Details.Select(d => d.What));
            applying.Work.Audit.Append(Event(applying, id(edit.After!), $"changed: {what}", edit.After as Person));
        }
    }

    private static AuditEvent Event(DirectoryApplying applying, string id, string what, Person? subject) =>
        new()
        {
            Action = AuditAction.DirectoryChanged,
            Actor = applying.Actor,
            Subject = subject?.Id,
            Reason = applying.Justification,
            Detail = $"{id} {what}",
        };
}
