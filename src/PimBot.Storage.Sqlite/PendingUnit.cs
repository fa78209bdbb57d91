using PimBot.Storage.Work;

namespace PimBot.Storage.Sqlite;

/// <summary>A unit of work that waits for the writer, and then for its batch's commit.</summary>
internal abstract class PendingUnit
{
    public abstract CancellationToken Cancellation { get; }

    /// <summary>False when the caller gave up before: the unit must not run.</summary>
    public abstract bool TryStart();

    /// <summary>Runs the caller's code in the caller's execution context; at a rerun once more.</summary>
    public abstract Task RunAsync(PimUnitOfWork unit);

    /// <summary>Keeps the failure as the answer to give after the commit.</summary>
    public abstract void Fail(Exception failure);

    /// <summary>After the commit: gives the caller the result, or the unit's own failure.</summary>
    public abstract void Answer();

    /// <summary>Instead of <see cref="Answer"/>, when nothing was committed.</summary>
    public abstract void AnswerWith(Exception failure);
}
