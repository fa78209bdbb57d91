using System.Runtime.ExceptionServices;
using Microsoft.EntityFrameworkCore;
using PimBot.Domain.Audit;
using PimBot.Storage.Conversions;

namespace PimBot.Storage.Work;

/// <summary>
/// One run of one unit of work: collects what it saves, writes that before its next query and at its end, and refuses
/// to be used before or after its time.
/// </summary>
internal sealed class Session(
    PimContext db,
    Statements statements,
    StoreEngine engine,
    DateTimeOffset now,
    bool readOnly
)
{
    private readonly List<AuditEvent> happened = [];
    private readonly List<OutboxRow> owed = [];
    private readonly List<Func<PimContext, CancellationToken, Task>> later = [];
    private bool changed;
    private bool closed;
    private ExceptionDispatchInfo? failure;

    public DateTimeOffset Now => now;

    /// <summary>Of everything that this unit records.</summary>
    public AuditOrigin Origin { get; set; } = AuditOrigin.Own;

    public bool IsReadOnly => readOnly;

    public PimQueries Queries => engine.Queries;

    public SqlDialect Dialect => engine.Dialect;

    /// <summary>For a query: the context, with everything that this unit saved so far written.</summary>
    public async ValueTask<PimContext> QueryAsync(CancellationToken cancellation)
    {
        ObjectDisposedException.ThrowIf(closed, this);
        if (changed)
        {
            await FlushAsync(cancellation);
        }

        return db;
    }

    /// <summary>For a change that the tracker holds until it is written: the context.</summary>
    /// <exception cref="InvalidOperationException">The unit only reads.</exception>
    public PimContext Change()
    {
        DemandWriting();
        changed = true;
        return db;
    }

    /// <summary>For a statement that changes rows at once: the context, with everything that this unit saved so far written.</summary>
    /// <inheritdoc cref="Change"/>
    public ValueTask<PimContext> CommandAsync(CancellationToken cancellation)
    {
        DemandWriting();
        return QueryAsync(cancellation);
    }

    public void Record(AuditEvent audited)
    {
        DemandWriting();
        happened.Add(audited);
    }

    /// <summary>Changes rows by a statement once what was saved before is written.</summary>
    public void Later(Func<PimContext, CancellationToken, Task> change)
    {
        Change();
        later.Add(change);
    }

    public void Owe(OutboxRow message)
    {
        Change();
        owed.Add(message);
    }

    /// <summary>Writes what is left. The audit entries come last, so that their head is locked for the shortest time.</summary>
    public async Task CompleteAsync(CancellationToken cancellation)
    {
        // A unit that swallowed the failure of its own writing must not commit the rest of it.
        failure?.Throw();
        if (changed)
        {
            await FlushAsync(cancellation);
        }

        if (happened.Count > 0)
        {
            await LinkAsync(cancellation);
        }
    }

    public void Close() => closed = true;

    /// <summary>Lets go of what this unit loaded or saved itself: it is written by now, and stands in the way of its next version.</summary>
    public static void Forget<T>(PimContext db, Func<T, bool> which)
        where T : class
    {
        foreach (var entry in db.ChangeTracker.Entries<T>().Where(entry => which(entry.Entity)).ToList())
        {
            entry.State = EntityState.Detached;
        }
    }

    private void DemandWriting()
    {
        ObjectDisposedException.ThrowIf(closed, this);
        if (readOnly)
        {
            throw new InvalidOperationException("A read saves nothing: use CommitAsync.");
        }
    }

    private async Task FlushAsync(CancellationToken cancellation)
    {
        changed = false;
        try
        {
            await WriteAsync(cancellation);
        }
        catch (Exception cause)
        {
            failure = ExceptionDispatchInfo.Capture(cause);
            throw;
        }
    }

    private async Task WriteAsync(CancellationToken cancellation)
    {
        if (db.ChangeTracker.HasChanges())
        {
            await db.SaveChangesAsync(cancellation);
        }

        foreach (var change in later)
        {
            await change(db, cancellation);
        }

        later.Clear();
        if (db.ChangeTracker.HasChanges())
        {
            await db.SaveChangesAsync(cancellation);
        }

        foreach (var message in owed)
        {
            await statements.OweAsync(message, cancellation);
        }

        owed.Clear();
    }

    private async Task LinkAsync(CancellationToken cancellation)
    {
        var (sequence, hash) = await statements.LockAuditHeadAsync(cancellation);
        foreach (var audited in happened)
        {
            var entry = AuditChain.Link(++sequence, now, Clean(Origin.Stamp(audited)), hash);
            await statements.AppendAsync(entry, cancellation);
            hash = entry.Hash;
        }

        happened.Clear();
        await statements.MoveAuditHeadAsync(sequence, hash, cancellation);
    }

    // The hash must cover what will be read back.
    private static AuditEvent Clean(AuditEvent audited) =>
        audited with
        {
            Actor = audited.Actor is { } actor ? new(StoredText.Clean(actor.Value)) : null,
            Subject = audited.Subject is { } subject ? new(StoredText.Clean(subject.Value)) : null,
            Group = audited.Group is { } group ? new(StoredText.Clean(group.Value)) : null,
            Access = audited.Access is { } access
                ? new(new(StoredText.Clean(access.Role.Value)), new(StoredText.Clean(access.Scope.Value)))
                : null,
            Scope = audited.Scope is { } place ? new(StoredText.Clean(place.Value)) : null,
            Reason = audited.Reason is null ? null : StoredText.Clean(audited.Reason),
            Ticket = audited.Ticket is null ? null : StoredText.Clean(audited.Ticket),
            Detail = audited.Detail is null ? null : StoredText.Clean(audited.Detail),
            Source = audited.Source is null ? null : StoredText.Clean(audited.Source),
            Correlation = audited.Correlation is null ? null : StoredText.Clean(audited.Correlation),
        };
}
