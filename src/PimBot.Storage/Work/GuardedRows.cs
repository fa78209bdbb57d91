using Microsoft.EntityFrameworkCore;

namespace PimBot.Storage.Work;

/// <summary>
/// Compare-and-set on (id, state, version): an update that finds another state or version writes nothing and makes the
/// unit of work run again.
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

    /// <param name="state">The state that was loaded.</param>
    /// <param name="version">The version that was loaded.</param>
    /// <param name="after">What it becomes; its version is set here.</param>
    public void Update(TState state, long version, TRow after)
    {
        var db = session.Change();
        if (written.TryGetValue(after.Key, out var earlier))
        {
            UpdateAgain(db, earlier, state, after);
            return;
        }

        after.Version = version + 1;
        var entry = db.Update(after);
        entry.Property(row => row.State).OriginalValue = state;
        entry.Property(row => row.Version).OriginalValue = version;
        written.Add(after.Key, after);
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
