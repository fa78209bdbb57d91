using PimBot.Application.Access;
using PimBot.Application.Activations;
using PimBot.Application.Alerts;
using PimBot.Application.Audit;
using PimBot.Application.Conversations;
using PimBot.Application.Reviews;
using PimBot.Application.Work;
using PimBot.Storage.Access;
using PimBot.Storage.Activations;
using PimBot.Storage.Alerts;
using PimBot.Storage.Audit;
using PimBot.Storage.Conversations;
using PimBot.Storage.Reviews;

namespace PimBot.Storage.Work;

internal sealed class PimUnitOfWork : IPimUnitOfWork
{
    public PimUnitOfWork(Session session)
    {
        Session = session;
        var assignments = new StoredAssignments(session);
        Assignments = assignments;
        Directory = new StoredDirectory(session, assignments);
        AssignmentRequests = new StoredAssignmentRequests(session);
        Administration = new StoredAdministration(session);
        Requests = new StoredRequests(session);
        Grants = new StoredGrants(session);
        Alerts = new StoredAlerts(session);
        AlertFacts = new StoredAlertFacts(session);
        Reviews = new StoredAccessReviews(session);
        ReviewItems = new StoredReviewItems(session);
        Audit = new StoredAuditTrail(session);
        AuditSearch = new StoredAuditSearch(session);
        History = new StoredAccessHistory(session);
        AuditOutlets = new StoredAuditOutlets(session);
        Outbox = new StoredOutbox(session);
        Bot = new StoredBotDocuments(session);
    }

    public Session Session { get; }

    public DateTimeOffset Now => Session.Now;

    public IDirectory Directory { get; }

    public IAssignments Assignments { get; }

    public IAssignmentRequests AssignmentRequests { get; }

    public IAdministration Administration { get; }

    public IActivationRequests Requests { get; }

    public IGrants Grants { get; }

    public IAlerts Alerts { get; }

    public IAlertFacts AlertFacts { get; }

    public IAccessReviews Reviews { get; }

    public IReviewItems ReviewItems { get; }

    public IAuditTrail Audit { get; }

    public IAuditSearch AuditSearch { get; }

    public IAccessHistory History { get; }

    public IAuditOutlets AuditOutlets { get; }

    public IOutbox Outbox { get; }

    public IBotStorage Bot { get; }
}
