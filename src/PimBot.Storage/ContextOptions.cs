using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;

namespace PimBot.Storage;

/// <summary>What both engines tell EF Core alike.</summary>
internal static class ContextOptions
{
    /// <summary>
    /// A lost race is the normal way of things here and is run again, and other failures reach their caller: EF Core
    /// need not log them as errors, nor each statement.
    /// </summary>
    public static DbContextOptionsBuilder Quiet(this DbContextOptionsBuilder options) =>
        options.ConfigureWarnings(warnings =>
            warnings.Log(
                (RelationalEventId.CommandExecuted, LogLevel.Trace),
                (RelationalEventId.CommandError, LogLevel.Debug),
                (RelationalEventId.TransactionError, LogLevel.Debug),
                (RelationalEventId.ConnectionError, LogLevel.Debug),
                (CoreEventId.SaveChangesFailed, LogLevel.Debug),
                (CoreEventId.QueryIterationFailed, LogLevel.Debug),
                (CoreEventId.OptimisticConcurrencyException, LogLevel.Debug)
            )
        );
}
