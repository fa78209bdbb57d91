using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PimBot.Storage.Tests;

/// <summary>Counts commits, or makes them fail.</summary>
internal sealed class CommitWatch : DbTransactionInterceptor
{
    public bool Fails { get; set; }

    public int Count { get; private set; }

    public override ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction,
        TransactionEventData eventData,
        InterceptionResult result,
        CancellationToken cancellationToken = default
    )
    {
        if (Fails)
        {
            throw new IOException("The disk is gone.");
        }

        Count++;
        return ValueTask.FromResult(result);
    }
}
