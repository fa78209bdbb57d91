using System.Globalization;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Audit;

namespace PimBot.Application.Access.AsCode;

/// <summary>
/// Makes the store what a directory file says, all of it or nothing, in one unit of work. Assignments and settings go
/// through the same use cases as everywhere, so that rights, guards, notices and the audit are the same.
/// </summary>
public static class ApplyDirectory
{
    public static async Task<DirectoryOutcome> RunAsync(
        IPimStore store,
        ApplyDirectoryCommand command,
        CancellationToken cancellation
    )
    {
        try
        {
            return await store.CommitAsync((work, stop) => InOneUnitAsync(work, command, stop), cancellation);
        }
        catch (DirectoryRefusedException refused)
        {
            await store.CommitAsync((work, _) => RecordRefusal(work, command, refused.Outcome), cancellation);
            return refused.Outcome;
        }
    }

    private static async Task<DirectoryOutcome> InOneUnitAsync(
        IPimUnitOfWork work,
        ApplyDirectoryCommand command,
        CancellationToken cancellation
    )
    {
        work.Audit.From(command.Origin);
        if (command.IsFirstLoad && !await work.Directory.IsEmptyAsync(cancellation))
        {
            return new(
                DirectoryOutcomeKind.NothingToDo,
                DirectoryPlanner.Plan(command.Wanted, command.Wanted, false, work.Now)
            );
        }

        var present = await DirectoryExport.ReadAsync(work, cancellation);
        // What was planned was planned by the file's clock; the store's may be a moment ahead.
        var plan = DirectoryPlanner.Plan(present, command.Wanted, command.Prune, work.Now);
        if (command.Confirmed is { } confirmed && DirectoryPlanJson.Write(plan) != confirmed)
        {
            throw new DirectoryRefusedException(new(DirectoryOutcomeKind.ChangedMeanwhile, plan));
        }

        if (!plan.HasChanges)
        {
            return new(DirectoryOutcomeKind.NothingToDo, plan);
        }

        var applying = new DirectoryApplying(work, command, present, plan);
        if (await work.Directory.IsEmptyAsync(cancellation))
        {
            return await LoadAsync(applying, cancellation);
        }

        await ApplyAsync(applying, cancellation);
        if (applying.Refusals.Count > 0)
        {
            throw Refused(applying);
        }

        work.Audit.Append(Summary(applying));
        return new(DirectoryOutcomeKind.Applied, plan);
    }

    private static async Task<DirectoryOutcome> LoadAsync(DirectoryApplying applying, CancellationToken cancellation)
    {
        if (applying.Command.Actor is { } actor)
        {
            applying.Refuse(actor.Value, "nobody manages an empty store; load it in nobody's name");
            throw Refused(applying);
        }

        await LoadDirectory.RunAsync(applying.Work, applying.Command.Wanted, cancellation);
        await ApplyDirectoryReviews.RunAsync(applying, cancellation);
        await ApplyDirectoryAlerts.RunAsync(applying, cancellation);
        return applying.Refusals.Count > 0 ? throw Refused(applying) : new(DirectoryOutcomeKind.Loaded, applying.Plan);
    }

    private static async Task ApplyAsync(DirectoryApplying applying, CancellationToken cancellation)
    {
        if (!await DirectoryRights.MayBeginAsync(applying, cancellation))
        {
            return;
        }

        var guards = await DirectoryGuards.ReadAsync(applying, cancellation);
        await ApplyDirectoryEntries.RunAsync(applying, cancellation);
        var later = await ApplyDirectoryPolicies.RunAsync(
            applying,
            applying.Plan.Policies,
            mayWait: true,
            cancellation
        );
        await ApplyDirectoryAssignments.RunAsync(applying, e => e.After is not null, cancellation);
        await ApplyDirectoryPolicies.RunAsync(applying, later, mayWait: false, cancellation);
        await ApplyDirectoryAssignments.RunAsync(applying, e => e.After is null, cancellation);
        await ApplyDirectoryReviews.RunAsync(applying, cancellation);
        await ApplyDirectoryAlerts.RunAsync(applying, cancellation);
        await guards.CheckAsync(applying, cancellation);
    }

    private static DirectoryRefusedException Refused(DirectoryApplying applying) =>
        new(new DirectoryOutcome(DirectoryOutcomeKind.Refused, applying.Plan, applying.Refusals));

    private static AuditEvent Summary(DirectoryApplying applying)
    {
        var entries = DirectoryPlanEntries
            .Of(applying.Plan)
            .Where(e => e.Action != DirectoryPlanEntry.Keep)
            .CountBy(e => $"{e.Topic}:{e.Action}")
            .Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Key}={count.Value}"));
        return new AuditEvent
        {
            Action = AuditAction.DirectoryChanged,
            Actor = applying.Actor,
            Reason = applying.Justification,
            Detail = $"by={By(applying.Command)},{string.Join(',', entries)}",
        };
    }

    private static Task<bool> RecordRefusal(
        IPimUnitOfWork work,
        ApplyDirectoryCommand command,
        DirectoryOutcome outcome
    )
    {
        work.Audit.From(command.Origin);
        work.Audit.Append(
            new AuditEvent
            {
                Action = AuditAction.AdministrationRefused,
                Actor = command.Actor ?? DirectoryOperator.Id,
                Detail = string.Create(
                    CultureInfo.InvariantCulture,
                    $"directory file: {outcome.Kind},by={By(command)},refusals={outcome.Refusals.Count}"
                ),
            }
        );
        return Task.FromResult(true);
    }

    private static string By(ApplyDirectoryCommand command) => command.Actor is null ? "operator" : "administrator";
}
