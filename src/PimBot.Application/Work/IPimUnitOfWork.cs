using PimBot.Application.Access;
using PimBot.Application.Activations;
using PimBot.Application.Alerts;
using PimBot.Application.Audit;
using PimBot.Application.Conversations;
using PimBot.Application.Reviews;

namespace PimBot.Application.Work;

/// <summary>Everything that one unit of work can see and save.</summary>
public interface IPimUnitOfWork
{
    /// <summary>
    /// The one time of this unit, in UTC to the microsecond. With several replicas it is the database's clock, so that
    /// all of them agree.
    /// </summary>
    DateTimeOffset Now { get; }

    IDirectory Directory { get; }

    IAssignments Assignments { get; }

    IAssignmentRequests AssignmentRequests { get; }

    IAdministration Administration { get; }

    IActivationRequests Requests { get; }

    IGrants Grants { get; }

    IAlerts Alerts { get; }

    IAlertFacts AlertFacts { get; }

    IAccessReviews Reviews { get; }

    IReviewItems ReviewItems { get; }

    IAuditTrail Audit { get; }

    IAuditSearch AuditSearch { get; }

    IAccessHistory History { get; }

    IAuditOutlets AuditOutlets { get; }

    IOutbox Outbox { get; }

    IBotStorage Bot { get; }
}
