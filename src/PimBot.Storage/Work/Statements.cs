using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using PimBot.Domain.Audit;

namespace PimBot.Storage.Work;

/// <summary>
/// The inserts of nearly every unit of work as plain commands, which one context prepares once and keeps: through EF
/// Core they cost several times as much.
/// </summary>
internal sealed class Statements(PimContext db, SqlDialect dialect) : IAsyncDisposable
{
    private const string InsertMessage = """
        INSERT INTO outbox (id, kind, lane, order_key, payload, enqueued_at, due_at, fence, attempts, parked)
        VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, 0, 0, FALSE) ON CONFLICT (id) DO NOTHING
        """;

    private const string InsertEntry = """
        INSERT INTO audit_entries (sequence, at, action, actor, subject, role, scope, request_id, grant_id, reason,
            ticket, detail, previous_hash, hash, group_id, source, correlation)
        VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11, @p12, @p13, @p14, @p15, @p16)
        """;

    private const string MoveHead = "UPDATE audit_head SET sequence = @p0, hash = @p1 WHERE id = 1";

    private readonly string readHead = $"SELECT sequence, hash FROM audit_head WHERE id = 1 {dialect.ForUpdate}";
    private readonly Dictionary<string, DbCommand> commands = new(StringComparer.Ordinal);

    public Task OweAsync(OutboxRow message, CancellationToken cancellation) =>
        ExecuteAsync(
            InsertMessage,
            [
                message.Id,
                message.Kind,
                message.Lane.ToString(),
                message.OrderKey,
                message.Payload,
                dialect.Instant(message.EnqueuedAt),
                dialect.Instant(message.DueAt),
            ],
            cancellation
        );

    /// <summary>Where the audit chain ends. Nobody else appends to it until this transaction is over.</summary>
    public async Task<(long Sequence, string Hash)> LockAuditHeadAsync(CancellationToken cancellation)
    {
        await using var reader = await Command(readHead, []).ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation)
            ? (reader.GetInt64(0), reader.GetString(1))
            : throw new InvalidOperationException("The head of the audit chain is missing.");
    }

    public Task AppendAsync(AuditEntry entry, CancellationToken cancellation) =>
        ExecuteAsync(
            InsertEntry,
            [
                entry.Sequence,
                dialect.Instant(entry.At),
                entry.Event.Action.ToString(),
                entry.Event.Actor?.Value,
                entry.Event.Subject?.Value,
                entry.Event.Access?.Role.Value,
                entry.Event.Place?.Value,
                entry.Event.Request?.Value,
                entry.Event.Grant?.Value,
                entry.Event.Reason,
                entry.Event.Ticket,
                entry.Event.Detail,
                entry.PreviousHash,
                entry.Hash,
                entry.Event.Group?.Value,
                entry.Event.Source,
                entry.Event.Correlation,
            ],
            cancellation
        );

    public Task MoveAuditHeadAsync(long sequence, string hash, CancellationToken cancellation) =>
        ExecuteAsync(MoveHead, [sequence, hash], cancellation);

    public async ValueTask DisposeAsync()
    {
        foreach (var command in commands.Values)
        {
            await command.DisposeAsync();
        }

        commands.Clear();
    }

    private Task ExecuteAsync(string text, ReadOnlySpan<object?> values, CancellationToken cancellation) =>
        Command(text, values).ExecuteNonQueryAsync(cancellation);

    private DbCommand Command(string text, ReadOnlySpan<object?> values)
    {
        if (!commands.TryGetValue(text, out var command))
        {
            command = Create(text, values.Length);
            commands.Add(text, command);
        }

        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        return command;
    }

    private DbCommand Create(string text, int parameters)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = text;
        for (var i = 0; i < parameters; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@p{i}");
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
