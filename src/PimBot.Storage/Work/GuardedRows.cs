using Microsoft.EntityFrameworkCore;

namespace PimBot.Storage.Work;

/// <summary>
/// Compare-and-set on what the row's mapping marks, such as (id, state, version): an update or removal that finds
/// something else writes nothing and makes the unit of work run again.
/// </summary>
internal sealed class GuardedRows<TRow, TState>(Session session)
    where TRow : class, IGuardedRow<TState>
    where TState : struct, Enum
{
    private readonly Dictionary<Guid, TRow> written = [];

    public void Add(TRow row)
    {
        session.Change().Add(row);
        written.Add(row.Key, row);
    }

    /// <summary>Writes what differs, and ends the lease.</summary>
    /// <param name="before">What was loaded.</param>
    /// <param name="after">What it becomes; its version is set here.</param>
    public void Update(TRow before, TRow after)
    {
        var db = session.Change();
        if (written.TryGetValue(after.Key, out var earlier))
        {
            UpdateAgain(db, earlier, before.State, after);
            return;
        }

        after.Version = before.Version + 1;
        var entry = db.Attach(before);
        entry.CurrentValues.SetValues(after);
        if (entry.Metadata.FindProperty(nameof(IGuardedRow<TState>.LeasedUntil)) is { } lease)
        {
            entry.Property(lease).IsModified = true;
        }

        written.Add(after.Key, before);
    }

    /// <summary>Removes the row if its version is still the one that was loaded.</summary>
    public void Remove(TRow row)
    {
        var db = session.Change();
        db.Remove(written.Remove(row.Key, out var earlier) ? earlier : row);
    }

    // This unit wrote the row already, so nobody else can: only the state must be the one that it wrote.
    private static void UpdateAgain(PimContext db, TRow earlier, TState state, TRow after)
    {
        if (!EqualityComparer<TState>.Default.Equals(earlier.State, state))
        {
            throw new InvalidOperationException("This unit of work saved another state of the same row before.");
        }

        var entry = db.Entry(earlier);
        after.Version = entry.State is EntityState.Unchanged ? earlier.Version + 1 : earlier.Version;
        var added = entry.State is EntityState.Added;
        entry.CurrentValues.SetValues(after);
        entry.State = added ? EntityState.Added : EntityState.Modified;
    }
}
