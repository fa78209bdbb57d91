namespace PimBot.Application.Work;

/// <summary>
/// The one way to the database. A unit of work loads, decides and saves; all that it saved is committed together or
/// not at all, and the caller gets the result only after the commit is durable.
/// </summary>
/// <remarks>
/// A unit may be run again from the start when another writer was faster: it must have no effect outside of its
/// <see cref="IPimUnitOfWork"/>, and do no I/O of its own. An exception rolls back this unit alone and reaches the
/// caller.
/// </remarks>
public interface IPimStore
{
    Task<T> CommitAsync<T>(Func<IPimUnitOfWork, CancellationToken, Task<T>> unitOfWork, CancellationToken cancellation);

    /// <summary>Reads a consistent state on its own connection. What is saved inside throws <see cref="InvalidOperationException"/>.</summary>
    Task<T> ReadAsync<T>(Func<IPimUnitOfWork, CancellationToken, Task<T>> read, CancellationToken cancellation);
}
