using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using PimBot.Application.Audit;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Audit;

namespace PimBot.Storage.Audit;

/// <summary>
/// Reads the rows of the audit as they are, and not as the model would have them: what was put there by other hands must
/// show, and neither be mended nor end the reading.
/// </summary>
internal sealed class AuditScan : IAsyncDisposable
{
    private const string Query = """
        SELECT sequence, at, action, actor, subject, role, scope, request_id, grant_id, reason, ticket, detail,
            previous_hash, hash, group_id, source, correlation
        FROM audit_entries ORDER BY sequence
        """;

    private static readonly Dictionary<string, AuditAction> Actions = Enum.GetValues<AuditAction>()
        .ToDictionary(action => action.ToString(), StringComparer.Ordinal);

    // As far after 1970 as there are years before.
    private static readonly long MostMicroseconds = DateTimeOffset.UnixEpoch.Ticks / TimeSpan.TicksPerMicrosecond;

    private readonly DbCommand command;
    private readonly DbDataReader reader;
    private readonly object[] values;
    private bool isReadable;

    private AuditScan(DbCommand command, DbDataReader reader)
    {
        (this.command, this.reader) = (command, reader);
        values = new object[reader.FieldCount];
    }

    public static async Task<AuditScan> BeginAsync(PimContext db, CancellationToken cancellation)
    {
        var query = db.Database.GetDbConnection().CreateCommand();
        query.CommandText = Query;
        query.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        return new AuditScan(query, await query.ExecuteReaderAsync(cancellation));
    }

    public async ValueTask<AuditLink?> NextAsync(CancellationToken cancellation)
    {
        if (!await reader.ReadAsync(cancellation))
        {
            return null;
        }

        isReadable = true;
        reader.GetValues(values);
        var entry = Entry();
        return new AuditLink((long)values[0], isReadable ? entry : null);
    }

    public async ValueTask DisposeAsync()
    {
        await reader.DisposeAsync();
        await command.DisposeAsync();
    }

    private AuditEntry? Entry()
    {
        var (role, scope) = (Text(5), Text(6));
        var at = At(values[1]);
        var action = Text(2) is { } name && Actions.TryGetValue(name, out var known) ? known : default;
        var (previous, hash) = (Text(12), Text(13));
        if (at is null || action == default || (scope is null && role is not null) || previous is null || hash is null)
        {
            isReadable = false;
            return null;
        }

        var happened = new AuditEvent
        {
            Action = action,
            Actor = Text(3) is { } actor ? new PersonId(actor) : null,
            Subject = Text(4) is { } subject ? new PersonId(subject) : null,
            Access = role is null ? null : new RoleScope(new(role), new(scope!)),
            Scope = role is null && scope is not null ? new ScopeId(scope) : null,
            Request = Id(7) is { } request ? new RequestId(request) : null,
            Grant = Id(8) is { } grant ? new GrantId(grant) : null,
            Reason = Text(9),
            Ticket = Text(10),
            Detail = Text(11),
            Group = Text(14) is { } group ? new GroupId(group) : null,
            Source = Text(15),
            Correlation = Text(16),
        };
        return new AuditEntry((long)values[0], at.Value, happened, previous, hash);
    }

    private string? Text(int column) =>
        values[column] switch
        {
            string text => text,
            DBNull => null,
            _ => Unreadable<string>(),
        };

    private Guid? Id(int column) =>
        values[column] switch
        {
            DBNull => null,
            Guid id => id,
            string text when Guid.TryParseExact(text, "D", out var id) && text == id.ToString("D").ToUpperInvariant() =>
                id,
            _ => Unreadable<Guid?>(),
        };

    private static DateTimeOffset? At(object value) =>
        value switch
        {
            DateTime { Kind: DateTimeKind.Utc } instant => new DateTimeOffset(instant),
            long microseconds when Math.Abs(microseconds) < MostMicroseconds => DateTimeOffset.UnixEpoch.AddTicks(
                microseconds * TimeSpan.TicksPerMicrosecond
            ),
            _ => null,
        };

    private T? Unreadable<T>()
    {
        isReadable = false;
        return default;
    }
}
