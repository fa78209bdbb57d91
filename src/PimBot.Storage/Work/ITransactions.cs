namespace PimBot.Storage.Work;

/// <summary>How one engine runs units of work.</summary>
internal interface ITransactions
{
    Task<T> WriteAsync<T>(Func<PimUnitOfWork, CancellationToken, Task<T>> work, CancellationToken cancellation);

    Task<T> ReadAsync<T>(Func<PimUnitOfWork, CancellationToken, Task<T>> read, CancellationToken cancellation);
}
