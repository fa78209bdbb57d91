using PimBot.Application.Access;
using PimBot.Application.Audit;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Audit;
using PimBot.Domain.Policies;
using PimBot.Domain.Reviews;

namespace PimBot.Application.Reviews;

/// <summary>An administrator starts a review of a role at a scope: now or later, once or as a series.</summary>
public static class StartReview
{
    /// <returns>The first occurrence: in progress, or not started when its start lies ahead.</returns>
    public static async Task<Decision<AccessReview>> RunAsync(
        IPimUnitOfWork work,
        StartReviewCommand command,
        CancellationToken cancellation
    )
    {
        var right = command.IsByOperator
            ? AdministrationRight.Manage
            : await AdministratorRights.OverAsync(work, command.Actor, command.Access, cancellation);
        var refusal =
            ReviewRules.MayManage(right)
            ?? await UnfitAsync(work, command.Access, cancellation)
            ?? await CheckAsync(work, command, cancellation);
        if (refusal is not null)
        {
            return Refuse(work, command, refusal);
        }

        var series = await DraftAsync(work, command, cancellation);
        var id = new ReviewId(Guid.CreateVersion7(work.Now));
        var (occurrence, start) = BeginOf(work, command)!.Value;
        var first = ReviewLife.Schedule(series, id, occurrence, start);
        return start > work.Now || command.WaitingSince is not null
            ? Schedule(work, command, series, first)
            : await BeginAsync(work, command, series, first, cancellation);
    }

    private static AccessReview Schedule(
        IPimUnitOfWork work,
        StartReviewCommand command,
        ReviewSeries series,
        AccessReview first
    )
    {
        if (!command.IsValidationOnly)
        {
            Save(work, series, first);
            work.Reviews.Add(first);
        }

        return first;
    }

    private static async Task<Decision<AccessReview>> BeginAsync(
        IPimUnitOfWork work,
        StartReviewCommand command,
        ReviewSeries series,
        AccessReview first,
        CancellationToken cancellation
    )
    {
        if (await work.Reviews.FindRunningAsync(command.Access, cancellation) is { } running)
        {
            var refusal = Refusal.Because(ReasonCode.ReviewAlreadyRunning, running.CreatedBy, running.EndsAt);
            return Refuse(work, command, refusal);
        }

        var members = await ReviewMembersReader.ReadAsync(work, first, cancellation);
        if (members.Items.Count == 0)
        {
            return Refuse(work, command, Refusal.Because(ReasonCode.NothingToReview));
        }

        if (command.IsValidationOnly)
        {
            return first;
        }

        Save(work, series, first);
        return await ReviewStart.BeginAsync(work, null, first, series, members, cancellation);
    }

    private static void Save(IPimUnitOfWork work, ReviewSeries series, AccessReview first)
    {
        work.Reviews.Add(series);
        work.Audit.Append(
            AuditEvents.Of(
                AuditAction.ReviewCreated,
                first,
                series.CreatedBy,
                $"{series.Settings.Recurrence.Pattern}:{series.Settings.Reviewers}:{series.Settings.WhenSilent} start={series.First.UtcDateTime:O}"
            )
        );
    }

    private static async Task<ReviewSeries> DraftAsync(
        IPimUnitOfWork work,
        StartReviewCommand command,
        CancellationToken cancellation
    ) =>
        new()
        {
            Id = new ReviewSeriesId(Guid.CreateVersion7(work.Now)),
            Name =
                InertText.Clean(command.Name, ReviewSeries.LongestName)
                ?? (await work.Directory.FindRoleAsync(command.Access.Role, cancellation))!.Name,
            Access = command.Access,
            CreatedBy = command.Actor,
            CreatedAt = work.Now,
            First = StartOf(work, command),
            Settings = command.Settings,
            State = ReviewSeriesState.Active,
        };

    private static async Task<Refusal?> UnfitAsync(
        IPimUnitOfWork work,
        RoleScope access,
        CancellationToken cancellation
    )
    {
        var role = await work.Directory.FindRoleAsync(access.Role, cancellation);
        var scope = (await work.Directory.ScopesAsync([access.Scope], cancellation)).SingleOrDefault();
        return role is null || scope is null ? Refusal.Because(ReasonCode.UnknownAccess)
            : Scope.Fits(role.Kind, scope.Kind) ? null
            : Refusal.Because(ReasonCode.RoleDoesNotFitScope);
    }

    private static async Task<Refusal?> CheckAsync(
        IPimUnitOfWork work,
        StartReviewCommand command,
        CancellationToken cancellation
    )
    {
        var named = command.Settings.Chosen.Concat(command.Settings.Fallback).Distinct();
        var known = await work.Directory.PeopleAsync([.. named], cancellation);
        TimeZoneInfo.TryFindSystemTimeZoneById(command.Settings.TimeZone, out var zone);
        var start = BeginOf(work, command)?.Start ?? StartOf(work, command);
        var first = command.WaitingSince is not null && start < work.Now ? work.Now : start;
        return ReviewRules.Check(command.Settings, first, zone, known, work.Now);
    }

    // Null: nothing of it lies ahead any more.
    private static (int Occurrence, DateTimeOffset Start)? BeginOf(IPimUnitOfWork work, StartReviewCommand command) =>
        command.IsContinuing
            ? ReviewCalendar.NextAt(command.Settings, StartOf(work, command), command.WaitingSince ?? work.Now)
            : (1, StartOf(work, command));

    private static DateTimeOffset StartOf(IPimUnitOfWork work, StartReviewCommand command) =>
        command.Start?.ToUniversalTime() ?? work.Now;

    private static Refusal Refuse(IPimUnitOfWork work, StartReviewCommand command, Refusal refusal)
    {
        if (!command.IsValidationOnly)
        {
            work.Audit.Append(
                new AuditEvent
                {
                    Action = AuditAction.ReviewRefused,
                    Actor = command.Actor,
                    Access = command.Access,
                    Detail = $"start:{AuditEvents.Codes(refusal)}",
                }
            );
        }

        return refusal;
    }
}
