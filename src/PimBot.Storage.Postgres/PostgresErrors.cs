using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PimBot.Storage.Access;
using PimBot.Storage.Activations;
using PimBot.Storage.Alerts;
using PimBot.Storage.Conversations;
using PimBot.Storage.Policies;
using PimBot.Storage.Reviews;

namespace PimBot.Storage.Postgres;

/// <summary>What PostgreSQL's errors mean to the store, and to operators.</summary>
internal static class PostgresErrors
{
    private static readonly string[] GuardedIndexes =
    [
        RequestMapping.OnePending,
        GrantMapping.OneOpen,
        GrantMapping.PrimaryKey,
        ConversationMapping.TurnsPrimaryKey,
        ConversationMapping.DocumentsPrimaryKey,
        PolicyMapping.PrimaryKey,
        AssignmentRequestMapping.OnePending,
        ReviewMapping.OneRunning,
        ReviewMapping.OneOccurrence,
        AdministrationMapping.ElevationsPrimaryKey,
        AdministrationMapping.MilestonesPrimaryKey,
        AlertMapping.AlertsPrimaryKey,
        AlertMapping.IncidentsPrimaryKey,
    ];

    /// <summary>Whether the unit of work lost to another writer, and would see more when it is run again.</summary>
    public static bool IsRace(Exception failure) =>
        failure is DbUpdateConcurrencyException
        || Find<PostgresException>(failure) switch
        {
            { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected } => true,
            { SqlState: PostgresErrorCodes.UniqueViolation } broken => GuardedIndexes.Contains(broken.ConstraintName),
            _ => false,
        };

    /// <summary>Whether it is the database that failed, not the program.</summary>
    public static bool IsUnavailable(Exception failure) =>
        Find<NpgsqlException>(failure) is not null || Find<SocketException>(failure) is not null;

    /// <summary>One sentence for operators.</summary>
    public static string Explain(Exception failure, NpgsqlConnectionStringBuilder target) =>
        Find<PostgresException>(failure)?.SqlState switch
        {
            PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
                $"The PostgreSQL server refused the user '{target.Username}': authentication failed.",
            PostgresErrorCodes.InsufficientPrivilege =>
                $"The PostgreSQL user '{target.Username}' may not do what is needed in the database '{target.Database}'.",
            PostgresErrorCodes.InvalidCatalogName => $"The PostgreSQL database '{target.Database}' does not exist.",
            PostgresErrorCodes.TooManyConnections => "The PostgreSQL server has no connection left.",
            PostgresErrorCodes.ReadOnlySqlTransaction => "The PostgreSQL server is read-only.",
            PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.QueryCanceled =>
                "The PostgreSQL database is locked by another process.",
            PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.AdminShutdown =>
                "The PostgreSQL server is starting or stopping.",
            null when Find<SocketException>(failure) is not null || Find<TimeoutException>(failure) is not null =>
                $"The PostgreSQL server at {target.Host}:{target.Port} can't be reached.",
            _ => "The PostgreSQL database can't be used.",
        };

    private static T? Find<T>(Exception? failure)
        where T : Exception
    {
        while (failure is not null and not T)
        {
            failure = failure.InnerException;
        }

        return failure as T;
    }
}
