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

    public Func<PimContext, IAsyncEnumerable<Role>> Roles { get; } =
        EF.CompileAsyncQuery(
            (PimContext db) => db.Roles.OrderBy(role => role.Name).ThenBy(role => role.Id).AsQueryable()
        );

    /// <summary>Direct and through groups: two queries in one, for which PostgreSQL has an index each, as it has not for an OR.</summary>
    public Func<PimContext, PersonId, IAsyncEnumerable<AssignmentRow>> AssignmentsOf { get; } =
        EF.CompileAsyncQuery(
            (PimContext db, PersonId person) =>
                db
                    .Assignments.Where(row => row.Person == person)
                    .Concat(
                        db.Assignments.Where(row =>
                            db.GroupMembers.Where(member => member.PersonId == person && !member.IsOwner)
                                .Select(member => (GroupId?)member.GroupId)
                                .Contains(row.Group)
                        )
                    )
                    .OrderBy(row => row.Id)
                    .AsQueryable()
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
