using Microsoft.EntityFrameworkCore;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Storage.Access;
using PimBot.Storage.Activations;
using PimBot.Storage.Conversations;

namespace PimBot.Storage.Work;

/// <summary>The queries of nearly every turn, translated once. A compiled query belongs to one model, so each store has its own.</summary>
internal sealed class PimQueries
{
    public Func<PimContext, string, CancellationToken, Task<string?>> Turn { get; } =
        EF.CompileAsyncQuery(
            (PimContext db, string key, CancellationToken _) =>
                db.Turns.Where(turn => turn.Key == key).Select(turn => turn.Answer).FirstOrDefault()
        );

    public Func<PimContext, string, CancellationToken, Task<BotDocumentRow?>> Document { get; } =
        EF.CompileAsyncQuery(
            (PimContext db, string key, CancellationToken _) =>
                db.BotDocuments.AsTracking().FirstOrDefault(document => document.Key == key)
        );

    public Func<PimContext, PersonId, CancellationToken, Task<Person?>> Person { get; } =
        EF.CompileAsyncQuery(
            (PimContext db, PersonId id, CancellationToken _) => db.People.FirstOrDefault(person => person.Id == id)
        );

    public Func<PimContext, RequestId, CancellationToken, Task<RequestRow?>> Request { get; } =
        EF.CompileAsyncQuery(
            (PimContext db, RequestId id, CancellationToken _) => db.Requests.FirstOrDefault(row => row.Id == id)
        );

    public Func<PimContext, GrantId, CancellationToken, Task<GrantRow?>> Grant { get; } =
        EF.CompileAsyncQuery(
            (PimContext db, GrantId id, CancellationToken _) => db.Grants.FirstOrDefault(row => row.Id == id)
        );
}
