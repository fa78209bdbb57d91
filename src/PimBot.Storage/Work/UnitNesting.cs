namespace PimBot.Storage.Work;

/// <summary>Refuses a unit of work inside another, which would wait for itself on SQLite and would not be atomic on PostgreSQL.</summary>
internal sealed class UnitNesting
{
    private readonly AsyncLocal<bool> inside = new();

    /// <exception cref="InvalidOperationException">A unit of work of this store is running here.</exception>
    public void Refuse()
    {
        if (inside.Value)
        {
            throw new InvalidOperationException("A unit of work can't start another: do all of it in one.");
        }
    }

    /// <summary>Marks the rest of the calling async method, and whatever it calls, as inside.</summary>
    public void Enter() => inside.Value = true;
}
