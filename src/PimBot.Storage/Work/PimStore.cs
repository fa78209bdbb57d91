using PimBot.Application.Work;

namespace PimBot.Storage.Work;

internal sealed class PimStore(ITransactions transactions) : IPimStore
{
    public Task<T> CommitAsync<T>(
        Func<IPimUnitOfWork, CancellationToken, Task<T>> unitOfWork,
        CancellationToken cancellation
    ) => transactions.WriteAsync(unitOfWork, cancellation);

    public Task<T> ReadAsync<T>(
        Func<IPimUnitOfWork, CancellationToken, Task<T>> read,
        CancellationToken cancellation
    ) => transactions.ReadAsync(read, cancellation);
}
