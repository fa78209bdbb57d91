using PimBot.Api.Answers;
using PimBot.Api.Security;
using PimBot.Application.Access;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;

namespace PimBot.Api.Access;

/// <summary>Makes the one command of <see cref="ChangeAssignment"/> of what was asked for.</summary>
internal static class AssignmentRequests
{
    /// <exception cref="ApiProblemException">The body does not say enough.</exception>
    public static async Task<(ScheduleRequestResource? Made, ApiProblem? Problem)> RunAsync(
        IPimUnitOfWork work,
        ApiCaller caller,
        RequestReading reading,
        bool isVerified,
        CancellationToken cancellation
    )
    {
        var isNew = reading.Action is RequestAction.AdminAssign;
        var principal = await PrincipalAsync(work, caller, reading, cancellation);
        var command = new AssignmentCommand
        {
            Action = reading.Action,
            Actor = caller.Id,
            Principal = principal,
            Access = isNew ? reading.Access ?? throw Missing("roleDefinitionId") : reading.Access,
            Assignment = isNew ? null : await TargetAsync(work, reading, principal, cancellation),
            Ask = AskOf(reading, work.Now),
            IsVerified = isVerified,
            IsValidationOnly = reading.Body.IsValidationOnly,
        };
        var decision = await ChangeAssignment.RunAsync(work, command, cancellation);
        return decision.IsAllowed
            ? (Shown(decision.Value, reading.Body.IsValidationOnly), null)
            : (null, await RefusalProblem.OfAsync(work, decision.Refusal, reading.Access?.Role, cancellation));
    }

    private static ScheduleRequestResource Shown(AssignmentRequest request, bool isValidationOnly)
    {
        var shown = ScheduleRequestResource.Of(request);
        return isValidationOnly
            ? shown with
            {
                Id = null,
                ETag = null,
                TargetScheduleId = null,
                Status = nameof(RequestState.Granted),
                IsValidationOnly = true,
            }
            : shown;
    }

    // People first: ids of people and groups are of one kind, and never the same.
    private static async Task<Principal?> PrincipalAsync(
        IPimUnitOfWork work,
        ApiCaller caller,
        RequestReading reading,
        CancellationToken cancellation
    )
    {
        if (reading.Body.PrincipalId is not { Length: > 0 } id)
        {
            return reading.IsOwn ? Principal.Of(caller.Id)
                : reading.Action is RequestAction.AdminAssign ? throw Missing("principalId")
                : null;
        }

        return (await work.Directory.GroupsAsync([new(id)], cancellation)).Count > 0
            ? Principal.Of(new GroupId(id))
            : Principal.Of(new PersonId(id));
    }

    private static async Task<Guid?> TargetAsync(
        IPimUnitOfWork work,
        RequestReading reading,
        Principal? principal,
        CancellationToken cancellation
    )
    {
        if (reading.Body.TargetScheduleId is { } text)
        {
            return Guid.TryParse(text, out var id) ? id : Guid.Empty;
        }

        if (principal is not { } whom || reading.Access is not { } access)
        {
            throw Missing("targetScheduleId");
        }

        var isOver = reading.Action is RequestAction.AdminRenew or RequestAction.SelfRenew;
        var filter = new AssignmentFilter
        {
            Type = reading.Type,
            Role = access.Role,
            Scope = access.Scope,
            Person = whom.Person,
            Group = whom.Group,
            WithEnded = isOver,
        };
        var found = (await work.Assignments.ListAsync(filter, 100, cancellation))
            .Where(a => a.IsOverAt(work.Now) == isOver)
            .OrderBy(a => a.End)
            .ToList();
        return found.Count <= 1 || isOver
            ? found.LastOrDefault()?.Id ?? Guid.Empty
            : throw ApiProblemException.Bad("There are several. Name the one that is meant.", "$.targetScheduleId");
    }

    private static AssignmentAsk AskOf(RequestReading reading, DateTimeOffset now)
    {
        var ask = new AssignmentAsk { Type = reading.Type, Justification = reading.Body.Justification };
        if (reading.Action is RequestAction.AdminRemove)
        {
            return ask;
        }

        // Left out, it would mean for ever; that must be said.
        var schedule = reading.Body.ScheduleInfo ?? throw Missing("scheduleInfo");
        var expiration = schedule.Expiration ?? throw Missing("scheduleInfo.expiration");
        var start = schedule.StartDateTime > now ? schedule.StartDateTime : null;
        return ask with { Start = schedule.StartDateTime, End = expiration.EndFrom(start ?? now) };
    }

    private static ApiProblemException Missing(string member) =>
        ApiProblemException.Bad("This member is missing.", $"$.{member}");
}
