using PimBot.Application.Access;
using PimBot.Application.Activations;
using PimBot.Application.Audit;
using PimBot.Application.Conversations;
using PimBot.Application.Work;
using PimBot.Storage.Access;
using PimBot.Storage.Activations;
using PimBot.Storage.Audit;
using PimBot.Storage.Conversations;

namespace PimBot.Storage.Work;

internal sealed class PimUnitOfWork(Session session) : IPimUnitOfWork
{
    public Session Session => session;

    public DateTimeOffset Now => session.Now;

    public IDirectory Directory { get; } = new StoredDirectory(session);

    public IActivationRequests Requests { get; } = new StoredRequests(session);

    public IGrants Grants { get; } = new StoredGrants(session);

    public IAuditTrail Audit { get; } = new StoredAuditTrail(session);

    public IOutbox Outbox { get; } = new StoredOutbox(session);

    public IBotStorage Bot { get; } = new StoredBotDocuments(session);
}
