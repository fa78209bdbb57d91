using Microsoft.EntityFrameworkCore;
using PimBot.Application.Conversations;
using PimBot.Storage.Conversions;
using PimBot.Storage.Work;

namespace PimBot.Storage.Conversations;

/// <summary>Documents are tracked from their first reading on, so that whoever writes saves over what it saw or runs again.</summary>
internal sealed class StoredBotDocuments(Session session) : IBotStorage
{
    // Above every character that a key can hold, in the order of code points by which both engines compare keys.
    private const string Highest = "\U0010FFFF";

    private readonly Dictionary<string, BotDocumentRow?> seen = new(StringComparer.Ordinal);

    public async Task<string?> ReadAsync(string key, CancellationToken cancellation) =>
        (await SeeAsync(Checked(key), cancellation))?.Json;

    public async Task<IReadOnlyList<KeyValuePair<string, string>>> ListAsync(
        string prefix,
        CancellationToken cancellation
    )
    {
        var db = await session.QueryAsync(cancellation);
        var documents = await Under(db, prefix).AsTracking().ToListAsync(cancellation);
        foreach (var document in documents)
        {
            seen[document.Key] = document;
        }

        return
        [
            .. documents
                .OrderBy(document => document.Key, StringComparer.Ordinal)
                .Select(document => KeyValuePair.Create(document.Key, document.Json)),
        ];
    }

    public async Task WriteAsync(string key, string json, CancellationToken cancellation)
    {
        var clean = Checked(key);
        var document = await SeeAsync(clean, cancellation);
        var db = session.Change();
        if (document is null)
        {
            seen[clean] = new BotDocumentRow
            {
                Key = clean,
                Json = StoredText.Clean(json),
                WrittenAt = session.Now,
            };
            db.Add(seen[clean]!);
            return;
        }

        document.Json = StoredText.Clean(json);
        document.WrittenAt = session.Now;
        var entry = db.Entry(document);
        if (entry.State is EntityState.Unchanged)
        {
            document.Version++;
            entry.State = EntityState.Modified;
        }
    }

    public async Task DeleteAsync(string key, CancellationToken cancellation)
    {
        await session.CommandAsync(cancellation);
        var clean = Checked(key);
        if (await SeeAsync(clean, cancellation) is { } document)
        {
            session.Change().Remove(document);
            seen[clean] = null;
            await session.QueryAsync(cancellation);
        }
    }

    public async Task<int> PurgeAsync(string prefix, DateTimeOffset before, int most, CancellationToken cancellation)
    {
        var db = await session.CommandAsync(cancellation);
        foreach (var document in seen.Values.OfType<BotDocumentRow>())
        {
            db.Entry(document).State = EntityState.Detached;
        }

        seen.Clear();
        return await Under(db, prefix)
            .Where(document => document.WrittenAt < before)
            .OrderBy(document => document.WrittenAt)
            .Take(most)
            .ExecuteDeleteAsync(cancellation);
    }

    public async Task<string?> FindTurnAsync(string key, CancellationToken cancellation)
    {
        var db = await session.QueryAsync(cancellation);
        return await session.Queries.Turn(db, StoredText.Clean(key), cancellation);
    }

    public void RecordTurn(string key, string answer)
    {
        var turn = new TurnRow
        {
            Key = Checked(key),
            Answer = StoredText.Clean(answer),
            RecordedAt = session.Now,
        };
        session.Change().Turns.Add(turn);
    }

    public async Task<int> PurgeTurnsAsync(DateTimeOffset before, int most, CancellationToken cancellation)
    {
        var db = await session.CommandAsync(cancellation);
        return await db
            .Turns.Where(turn => turn.RecordedAt < before)
            .OrderBy(turn => turn.RecordedAt)
            .Take(most)
            .ExecuteDeleteAsync(cancellation);
    }

    private async Task<BotDocumentRow?> SeeAsync(string key, CancellationToken cancellation)
    {
        if (!seen.TryGetValue(key, out var document))
        {
            document = await session.Queries.Document(await session.QueryAsync(cancellation), key, cancellation);
            seen.Add(key, document);
        }

        return document;
    }

    private static IQueryable<BotDocumentRow> Under(PimContext db, string prefix)
    {
        var (from, to) = (StoredText.Clean(prefix), StoredText.Clean(prefix) + Highest);
        return db.BotDocuments.Where(document => document.Key.CompareTo(from) >= 0 && document.Key.CompareTo(to) < 0);
    }

    private static string Checked(string key) => StoredText.Limited(key, BotDocumentRow.LongestKey, nameof(key));
}
