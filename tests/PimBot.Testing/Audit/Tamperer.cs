using System.Data.Common;
using System.Globalization;
using PimBot.Domain.Access;
using PimBot.Domain.Audit;

namespace PimBot.Testing;

/// <summary>
/// Somebody with a database tool, and the hash's recipe: does one random thing to the audit of a SQLite file and can undo
/// it. The anchors are out of their reach.
/// </summary>
/// <param name="connection">Open.</param>
/// <param name="entries">What the store holds: 1, 2, 3 …, at least 20.</param>
/// <param name="random">Chooses.</param>
public sealed class Tamperer(DbConnection connection, IReadOnlyList<AuditEntry> entries, Random random)
{
    private static readonly string[] Texts =
    [
        "actor",
        "subject",
        "reason",
        "ticket",
        "detail",
        "group_id",
        "source",
        "correlation",
        "hash",
        "previous_hash",
    ];

    private int Count => entries.Count;

    /// <summary>Keeps the rows aside, to be put back.</summary>
    public void Keep() =>
        Execute(
            "CREATE TABLE kept_entries AS SELECT * FROM audit_entries; CREATE TABLE kept_head AS SELECT * FROM audit_head"
        );

    public void Restore() =>
        Execute(
            """
            DELETE FROM audit_entries; INSERT INTO audit_entries SELECT * FROM kept_entries;
            DELETE FROM audit_head; INSERT INTO audit_head SELECT * FROM kept_head;
            DELETE FROM audit_checkpoint
            """
        );

    public Tampering Tamper() =>
        random.Next(16) switch
        {
            0 or 1 or 2 => ChangeText(),
            3 => ChangeOther(),
            4 => Delete(1),
            5 => Delete(random.Next(2, 8)),
            6 => DeleteAndRenumber(),
            7 => Swap(),
            8 => SwapContents(),
            9 => Insert(),
            10 => Append(),
            11 => CutOff(),
            12 => CutOffWithHead(),
            13 => Rewrite(),
            14 => Remake(),
            _ => random.Next(2) == 0 ? MoveBehindTheEnd() : ForgeBeginning(),
        };

    private Tampering ChangeText()
    {
        var (at, column) = (Any(), Texts[random.Next(Texts.Length)]);
        var isHash = column.EndsWith("hash", StringComparison.Ordinal);
        Execute(
            random.Next(4) == 0 && !isHash
                ? $"UPDATE audit_entries SET {column} = CASE WHEN {column} IS NULL THEN 'x' ELSE NULL END WHERE sequence = {at}"
                : $"UPDATE audit_entries SET {column} = coalesce({column}, '') || '{(isHash ? "0" : " ")}' WHERE sequence = {at}"
        );
        return new Tampering($"{column} changed", at, at, AuditFaultKind.Changed);
    }

    private Tampering ChangeOther()
    {
        var at = Any();
        var change = random.Next(7) switch
        {
            0 => "at = at + 1",
            1 => $"action = '{nameof(AuditAction.SetUp)}'",
            2 => "action = 'Nothing'",
            3 => "role = coalesce(role, '') || 'x', scope = coalesce(scope, '/')",
            4 => "role = CASE WHEN role IS NULL THEN 'x' END",
            5 => $"request_id = '{Guid.NewGuid().ToString().ToUpperInvariant()}'",
            _ => $"grant_id = CASE WHEN grant_id IS NULL THEN 'x' END, reason = x'00'",
        };
        Execute($"UPDATE audit_entries SET {change} WHERE sequence = {at}");
        return new Tampering($"changed: {change}", at, at, AuditFaultKind.Changed);
    }

    private Tampering Delete(int many)
    {
        var from = random.Next(1, Count - many);
        Execute($"DELETE FROM audit_entries WHERE sequence BETWEEN {from} AND {from + many - 1}");
        return new Tampering($"{many} deleted", from, from + many - 1, AuditFaultKind.Deleted);
    }

    private Tampering DeleteAndRenumber()
    {
        var many = random.Next(1, 6);
        var from = random.Next(1, Count - many - 3);
        Execute(
            $"""
            DELETE FROM audit_entries WHERE sequence BETWEEN {from} AND {from + many - 1};
            UPDATE audit_entries SET sequence = -sequence WHERE sequence > {from};
            UPDATE audit_entries SET sequence = -sequence - {many} WHERE sequence < 0;
            """
        );
        return new Tampering($"{many} deleted, the rest renumbered", from, from + many - 1, AuditFaultKind.Deleted);
    }

    private Tampering Swap()
    {
        var (one, other) = Two();
        Execute(
            $"""
            UPDATE audit_entries SET sequence = -1 WHERE sequence = {one};
            UPDATE audit_entries SET sequence = {one} WHERE sequence = {other};
            UPDATE audit_entries SET sequence = {other} WHERE sequence = -1;
            """
        );
        return new Tampering($"{one} and {other} swapped", one, other, AuditFaultKind.Swapped);
    }

    private Tampering SwapContents()
    {
        var (one, other) = Two();
        Write(entries[one - 1] with { Event = entries[other - 1].Event });
        Write(entries[other - 1] with { Event = entries[one - 1].Event });
        return new Tampering($"contents of {one} and {other} swapped", one, other, AuditFaultKind.Swapped);
    }

    private Tampering Insert()
    {
        var at = random.Next(2, Count - 2);
        Execute(
            $"""
            UPDATE audit_entries SET sequence = -sequence WHERE sequence >= {at};
            UPDATE audit_entries SET sequence = -sequence + 1 WHERE sequence < 0;
            """
        );
        Write(AuditChain.Link(at, entries[at - 1].At, Forged, entries[at - 2].Hash));
        return new Tampering($"one inserted at {at}", at, at, AuditFaultKind.Inserted);
    }

    private Tampering Append()
    {
        Write(AuditChain.Link(Count + 1, entries[^1].At, Forged, entries[^1].Hash));
        return new Tampering("one appended", Count + 1, Count + 1, AuditFaultKind.Inserted);
    }

    private Tampering CutOff()
    {
        var from = random.Next(Count / 2, Count + 1);
        Execute($"DELETE FROM audit_entries WHERE sequence >= {from}");
        return new Tampering("cut off", from, Count, AuditFaultKind.CutOff);
    }

    private Tampering CutOffWithHead()
    {
        var from = random.Next(Count / 2, Count + 1);
        Execute($"DELETE FROM audit_entries WHERE sequence >= {from}");
        SetHead(from - 1, entries[from - 2].Hash);
        return new Tampering("cut off, the head set back", from, Count, AuditFaultKind.CutOff);
    }

    /// <summary>The perfect crime, but for the anchors.</summary>
    private Tampering Rewrite()
    {
        var (at, isHeadKept) = (Any(), random.Next(2) == 0);
        var previous = at == 1 ? AuditChain.Beginning : entries[at - 2].Hash;
        for (var i = at - 1; i < Count; i++)
        {
            var happened = i == at - 1 ? Forged : entries[i].Event;
            var made = AuditChain.Link(i + 1, entries[i].At, happened, previous);
            Write(made);
            previous = made.Hash;
        }

        if (!isHeadKept)
        {
            SetHead(Count, previous);
        }

        return new Tampering($"rewritten from {at} on", at, Count, AuditFaultKind.Rewritten);
    }

    private Tampering Remake()
    {
        var at = random.Next(1, Count);
        Write(AuditChain.Link(at, entries[at - 1].At, Forged, entries[at - 1].PreviousHash));
        return new Tampering($"{at} made anew with its hash", at, at, AuditFaultKind.Changed);
    }

    private Tampering MoveBehindTheEnd()
    {
        var (at, to) = (random.Next(1, Count), Count + random.Next(2, 5000));
        Execute($"UPDATE audit_entries SET sequence = {to} WHERE sequence = {at}");
        return new Tampering($"{at} moved to {to}", at, to, AuditFaultKind.Moved);
    }

    private Tampering ForgeBeginning()
    {
        var upTo = random.Next(1, Count / 2);
        Execute(
            $"""
            DELETE FROM audit_entries WHERE sequence <= {upTo};
            INSERT INTO audit_checkpoint (id, sequence, hash, at, kept_days) VALUES (1, {upTo}, '{entries[
                upTo - 1
            ].Hash}', 0, 30);
            """
        );
        return new Tampering($"up to {upTo} deleted as if by retention", 1, upTo, AuditFaultKind.BeginningForged);
    }

    private AuditEvent Forged =>
        new() { Action = AuditAction.RequestApproved, Actor = new PersonId($"{random.Next()}") };

    private int Any() => random.Next(1, Count + 1);

    private (int One, int Other) Two()
    {
        while (true)
        {
            var (one, other) = (Any(), Any());
            if (one < other && entries[one - 1].Event != entries[other - 1].Event)
            {
                return (one, other);
            }
        }
    }

    private void SetHead(long sequence, string hash) =>
        Execute($"UPDATE audit_head SET sequence = {sequence}, hash = '{hash}'");

    /// <summary>Puts this in the place of what is there.</summary>
    private void Write(AuditEntry entry)
    {
        using var command = connection.CreateCommand();
        command.CommandText = """
            INSERT OR REPLACE INTO audit_entries (sequence, at, action, actor, subject, role, scope, request_id, grant_id,
                reason, ticket, detail, group_id, source, correlation, previous_hash, hash)
            VALUES (@0, @1, @2, @3, @4, @5, @6, @7, @8, @9, @10, @11, @12, @13, @14, @15, @16)
            """;
        var happened = entry.Event;
        object?[] values =
        [
            entry.Sequence,
            (entry.At - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond,
            happened.Action.ToString(),
            happened.Actor?.Value,
            happened.Subject?.Value,
            happened.Access?.Role.Value,
            happened.Place?.Value,
            happened.Request?.ToString().ToUpperInvariant(),
            happened.Grant?.ToString().ToUpperInvariant(),
            happened.Reason,
            happened.Ticket,
            happened.Detail,
            happened.Group?.Value,
            happened.Source,
            happened.Correlation,
            entry.PreviousHash,
            entry.Hash,
        ];
        for (var i = 0; i < values.Length; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@{i}");
            parameter.Value = values[i] ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        command.ExecuteNonQuery();
    }

    private void Execute(FormattableString sql) => Execute(FormattableString.Invariant(sql));

    private void Execute(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
