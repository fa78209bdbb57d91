using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace PimBot.Storage.Sqlite;

/// <summary>What SQLite's errors mean to the store, and to operators.</summary>
internal static class SqliteErrors
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;
    private const int UniqueIndex = 2067;
    private const int PrimaryKey = 1555;

    // SQLite names the columns, not the index.
    private static readonly string[] GuardedColumns =
    [
        "turns.key",
        "bot_documents.key",
        "policies.role",
        "activation_requests.requester",
        "grants.person",
        "assignment_requests.assignment",
        "access_reviews.role",
        "access_reviews.series",
        "elevations.person",
        "milestones.name",
        "alerts.kind",
        "alert_incidents.id",
    ];

    /// <summary>Whether the unit of work lost to another writer, and would see more when it is run again.</summary>
    public static bool IsRace(Exception failure) =>
        failure is DbUpdateConcurrencyException
        || (
            Find(failure) is { SqliteExtendedErrorCode: UniqueIndex or PrimaryKey } broken
            && Array.Exists(GuardedColumns, column => broken.Message.Contains(column, StringComparison.Ordinal))
        );

    /// <summary>One sentence for operators.</summary>
    public static string Explain(Exception failure) =>
        Find(failure)?.SqliteErrorCode switch
        {
            Busy or Locked => "The database is locked by another process.",
            ReadOnly => "The database file, or the folder that it is in, is read-only.",
            CannotOpen => "The database file can't be opened or created: its folder is missing or not writable.",
            NotADatabase => "The database file is not an SQLite database, or is damaged.",
            Corrupt => "The database file is damaged; restore it from a backup.",
            Full => "The disk that the database is on is full.",
            InputOutput => "The disk that the database is on reports an error.",
            { } code => $"The database can't be used: SQLite's error {code}.",
            null => "The database can't be used.",
        };

    private static SqliteException? Find(Exception? failure)
    {
        while (failure is not null and not SqliteException)
        {
            failure = failure.InnerException;
        }

        return failure as SqliteException;
    }
}
