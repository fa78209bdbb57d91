using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;

namespace PimBot.Application.Access;

/// <summary>Owes word of assignments to those whom the settings' matrix names.</summary>
internal static class AssignmentWord
{
    /// <summary>An assignment was made, changed or removed: the assignee and the administrators are told, each as the settings say.</summary>
    public static async Task ChangedAsync(
        IPimUnitOfWork work,
        AssignmentRequest done,
        RolePolicy policy,
        CancellationToken cancellation
    )
    {
        var kind = done.Action switch
        {
            RequestAction.AdminAssign => AssignmentNoticeKind.Assigned,
            RequestAction.AdminRemove => AssignmentNoticeKind.Removed,
            _ => AssignmentNoticeKind.Changed,
        };
        var told = new HashSet<PersonId> { done.Decision?.By ?? done.CreatedBy };
        var about = EventOf(done.Ask.Type);
        var requestor = policy.Notification(NotificationRecipient.Requestor, about);
        // Whoever loses it by a review is told by the review, with its reasons.
        if (requestor is { IsDefaultRecipientsEnabled: true, IsCriticalOnly: false } && done.Review is null)
        {
            foreach (var assignee in await AssigneesAsync(work, done.Principal, cancellation))
            {
                // Who assigned it to themselves is answered in the same turn.
                if (told.Add(assignee))
                {
                    Tell(work, kind, assignee, done);
                }
            }
        }

        var administrators = policy.Notification(NotificationRecipient.Administrators, about);
        if (administrators is { IsDefaultRecipientsEnabled: true, IsCriticalOnly: false })
        {
            foreach (var administrator in await AdministratorReader.ActiveAsync(work, cancellation))
            {
                if (told.Add(administrator.Id))
                {
                    Tell(work, kind, administrator.Id, done);
                }
            }
        }

        // What was decided by another is word for the one who asked.
        if (done.Decision is not null && told.Add(done.CreatedBy))
        {
            Tell(work, AssignmentNoticeKind.RequestSettled, done.CreatedBy, done);
        }

        TellAddresses(work, kind, done, requestor, administrators);
    }

    /// <summary>Those who manage the scope are asked to decide or to confirm.</summary>
    public static async Task DecisionAskedAsync(
        IPimUnitOfWork work,
        AssignmentRequest request,
        RolePolicy policy,
        CancellationToken cancellation
    )
    {
        if (request.WaitsFor is PendingReason.AnotherOwner)
        {
            return;
        }

        var rule = policy.Notification(NotificationRecipient.Approvers, EventOf(request.Ask.Type));
        if (rule.IsDefaultRecipientsEnabled || request.WaitsFor is PendingReason.SecondAdministrator)
        {
            foreach (
                var manager in await AdministratorRights.AskedAsync(
                    work,
                    request.Access,
                    await AssignmentInvolved.OfAsync(work, request, cancellation),
                    cancellation
                )
            )
            {
                Tell(work, AssignmentNoticeKind.DecisionAsked, manager.Id, request);
            }
        }

        TellAddresses(work, AssignmentNoticeKind.DecisionAsked, request, rule);
    }

    /// <summary>A request that leads to nothing: whoever asked is told, unless it was they who ended it, and those who were asked to decide.</summary>
    public static void Settled(IPimUnitOfWork work, AssignmentRequest settled, PersonId? by)
    {
        DecisionSettled(work, settled);
        if (settled.CreatedBy != by)
        {
            Tell(work, AssignmentNoticeKind.RequestSettled, settled.CreatedBy, settled);
        }
    }

    /// <summary>The cards of all who were asked to decide show what became of it.</summary>
    public static void DecisionSettled(IPimUnitOfWork work, AssignmentRequest settled) =>
        work.Tell(Notice(AssignmentNoticeKind.DecisionSettled, settled), $"{settled.State}");

    /// <summary>What time did to an assignment, to its assignees.</summary>
    public static async Task TimeAsync(
        IPimUnitOfWork work,
        AssignmentNoticeKind kind,
        Assignment assignment,
        CancellationToken cancellation
    )
    {
        var policy = await work.Directory.PolicyAsync(assignment.Access, cancellation);
        var rule = policy.Notification(NotificationRecipient.Requestor, EventOf(assignment.Type));
        if (rule.IsDefaultRecipientsEnabled)
        {
            foreach (var assignee in await AssigneesAsync(work, assignment.Principal, cancellation))
            {
                work.Tell(Notice(kind, assignment) with { Person = assignee }, $"{assignment.End?.UtcTicks}");
            }
        }

        foreach (var address in rule.FurtherRecipients)
        {
            work.Tell(Notice(kind, assignment) with { Address = address }, $"{assignment.End?.UtcTicks}");
        }
    }

    /// <summary>The last holder of a guarded role outlasts the end: an alarm to the administrators of the directory.</summary>
    public static Task KeptAsync(IPimUnitOfWork work, Assignment kept, CancellationToken cancellation) =>
        KeptAsync(
            work,
            Notice(AssignmentNoticeKind.LastHolderKept, kept),
            $"{kept.KeptSince?.UtcTicks}/{kept.IsPermanent}",
            cancellation
        );

    /// <inheritdoc cref="KeptAsync(IPimUnitOfWork, Assignment, CancellationToken)"/>
    public static Task KeptAsync(IPimUnitOfWork work, Grant kept, CancellationToken cancellation) =>
        KeptAsync(
            work,
            new AssignmentNotice(
                AssignmentNoticeKind.LastHolderKept,
                null,
                null,
                null,
                kept.Id.Value,
                kept.Access,
                kept.Person,
                null,
                AssignmentType.Active,
                kept.KeptSince
            ),
            "activation",
            cancellation
        );

    private static async Task KeptAsync(
        IPimUnitOfWork work,
        AssignmentNotice notice,
        string occasion,
        CancellationToken cancellation
    )
    {
        var people = (await AdministratorReader.ActiveAsync(work, cancellation)).Select(p => p.Id);
        foreach (var person in people.Concat(notice.Assignee is { } holder ? [holder] : []).Distinct())
        {
            work.Tell(notice with { Person = person }, occasion);
        }
    }

    private static async Task<IEnumerable<PersonId>> AssigneesAsync(
        IPimUnitOfWork work,
        Principal principal,
        CancellationToken cancellation
    ) =>
        principal.Person is { } person
            ? [person]
            : (await work.Directory.GroupsAsync([principal.Group!.Value], cancellation)).SelectMany(g => g.Members);

    private static NotificationEvents EventOf(AssignmentType type) =>
        type is AssignmentType.Eligible ? NotificationEvents.EligibleAssignment : NotificationEvents.ActiveAssignment;

    private static void TellAddresses(
        IPimUnitOfWork work,
        AssignmentNoticeKind kind,
        AssignmentRequest request,
        params NotificationRule[] rules
    )
    {
        var isCritical = kind is AssignmentNoticeKind.DecisionAsked;
        foreach (
            var address in rules
                .Where(r => isCritical || !r.IsCriticalOnly)
                .SelectMany(r => r.FurtherRecipients)
                .Distinct(StringComparer.OrdinalIgnoreCase)
        )
        {
            work.Tell(Notice(kind, request) with { Address = address }, $"{request.State}");
        }
    }

    private static void Tell(
        IPimUnitOfWork work,
        AssignmentNoticeKind kind,
        PersonId person,
        AssignmentRequest request
    ) => work.Tell(Notice(kind, request) with { Person = person }, $"{request.State}");

    private static AssignmentNotice Notice(AssignmentNoticeKind kind, AssignmentRequest about) =>
        new(
            kind,
            null,
            null,
            about.Id,
            about.Assignment,
            about.Access,
            about.Principal.Person,
            about.Principal.Group,
            about.Ask.Type,
            about.Ask.End
        );

    private static AssignmentNotice Notice(AssignmentNoticeKind kind, Assignment about) =>
        new(kind, null, null, null, about.Id, about.Access, about.Person, about.Group, about.Type, about.End);
}
