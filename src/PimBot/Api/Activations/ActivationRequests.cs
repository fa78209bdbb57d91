using Microsoft.Extensions.Options;
using PimBot.Api.Access;
using PimBot.Api.Answers;
using PimBot.Api.Security;
using PimBot.Application.Access;
using PimBot.Application.Activations;
using PimBot.Application.Work;
using PimBot.Bot.Verification;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;
using PimBot.Verification;

namespace PimBot.Api.Activations;

/// <summary>Activating, prolonging and ending what the caller is eligible for, by the use cases that the chat uses.</summary>
/// <param name="verification">How long ago the sign-in may be that proves who asks.</param>
/// <param name="links">Where people verify whose token proves nothing.</param>
internal sealed class ActivationRequests(IOptions<VerificationOptions> verification, IVerificationLinks links)
{
    /// <summary>Whether the token proves the caller by a second factor.</summary>
    public bool IsVerified(ApiCaller caller, DateTimeOffset now) =>
        caller.Proof(null, verification.Value.MaxAge, now) is not null;

    /// <param name="work">The unit of work.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="reading">What for.</param>
    /// <param name="extends">The activation that is to be prolonged; null: a new one.</param>
    /// <param name="cancellation">Stops the read.</param>
    public async Task<(ScheduleRequestResource? Made, ApiProblem? Problem)> ActivateAsync(
        IPimUnitOfWork work,
        ApiCaller caller,
        RequestReading reading,
        Grant? extends,
        CancellationToken cancellation
    )
    {
        var access = extends?.Access ?? AccessOf(reading);
        var command = new RequestActivationCommand(caller.Id, access, AskOf(reading.Body, work.Now), extends?.Id);
        if (reading.Body.IsValidationOnly)
        {
            return await RequestActivation.CheckAsync(work, command, cancellation) is { } broken
                ? await RefusedAsync(work, broken, access, cancellation)
                : (Sketch(command, reading, work.Now), null);
        }

        var decision = await RequestActivation.RunAsync(work, command, cancellation);
        if (!decision.IsAllowed)
        {
            return await RefusedAsync(work, decision.Refusal, access, cancellation);
        }

        var verified = await VerifyAsync(work, caller, decision.Value, cancellation);
        return verified.IsAllowed
            ? (Shown(verified.Value), null)
            : await RefusedAsync(work, verified.Refusal, access, cancellation);
    }

    public static async Task<(ScheduleRequestResource? Made, ApiProblem? Problem)> DeactivateAsync(
        IPimUnitOfWork work,
        ApiCaller caller,
        RequestReading reading,
        CancellationToken cancellation
    )
    {
        var grant = await FindGrantAsync(work, caller, reading, cancellation);
        var decision = grant is null
            ? Refusal.Because(ReasonCode.NotActive)
            : await EndActivation.RunAsync(work, grant.Id, caller.Id, cancellation);
        if (!decision.IsAllowed)
        {
            return await RefusedAsync(work, decision.Refusal, grant?.Access, cancellation);
        }

        var requests = await work.Requests.OfGrantAsync(grant!.Id, cancellation);
        return (
            ScheduleRequestResource.Of(requests[0]) with
            {
                Action = Names.Of(RequestAction.SelfDeactivate),
                Status = nameof(RequestState.Revoked),
                Justification = null,
                CompletedDateTime = work.Now,
            },
            null
        );
    }

    /// <summary>The caller's open activation that is meant; null: none.</summary>
    public static async Task<Grant?> FindGrantAsync(
        IPimUnitOfWork work,
        ApiCaller caller,
        RequestReading reading,
        CancellationToken cancellation
    )
    {
        if (reading.Body.TargetScheduleId is { } text)
        {
            return
                Guid.TryParse(text, out var id)
                && await work.Grants.FindAsync(new GrantId(id), cancellation) is { } grant
                && grant.Person == caller.Id
                ? grant
                : null;
        }

        return reading.Access is { } access ? await work.Grants.FindOpenAsync(caller.Id, access, cancellation) : null;
    }

    private ScheduleRequestResource Shown(ActivationRequest request) =>
        ScheduleRequestResource.Of(request) with
        {
            VerificationUrl =
                request.State is RequestState.AwaitingVerification ? links.For(request)?.AbsoluteUri : null,
        };

    private async Task<Decision<ActivationRequest>> VerifyAsync(
        IPimUnitOfWork work,
        ApiCaller caller,
        ActivationRequest request,
        CancellationToken cancellation
    )
    {
        var context = request.Policy.Activation.AuthenticationContext;
        return
            request.State is RequestState.AwaitingVerification
            && caller.Proof(context, verification.Value.MaxAge, work.Now) is { } proof
            ? await VerifyActivation.RunAsync(work, request.Id, caller.Id, proof, cancellation)
            : request;
    }

    private static RoleScope AccessOf(RequestReading reading) =>
        reading.Access ?? throw ApiProblemException.Bad("This member is missing.", "$.roleDefinitionId");

    private static ActivationAsk AskOf(ScheduleRequestBody body, DateTimeOffset now)
    {
        const string at = "$.scheduleInfo.expiration";
        var begin = body.ScheduleInfo?.StartDateTime is { } start && start > now ? start : now;
        var expiration = body.ScheduleInfo?.Expiration ?? throw ApiProblemException.Bad("This member is missing.", at);
        var end =
            expiration.EndFrom(begin)
            ?? throw ApiProblemException.Bad("An activation ends after a time.", $"{at}.type");
        return new ActivationAsk
        {
            Duration = end - begin,
            Start = body.ScheduleInfo?.StartDateTime,
            Justification = body.Justification,
            Ticket = body.TicketInfo?.ToTicket(),
        };
    }

    private static ScheduleRequestResource Sketch(
        RequestActivationCommand command,
        RequestReading reading,
        DateTimeOffset now
    ) =>
        new()
        {
            Status = nameof(RequestState.Granted),
            Action = Names.Of(reading.Action),
            PrincipalId = command.Requester.Value,
            RoleDefinitionId = command.Access.Role.Value,
            DirectoryScopeId = command.Access.Scope.Value,
            IsValidationOnly = true,
            Justification = command.Ask.Justification,
            TicketInfo = reading.Body.TicketInfo,
            ScheduleInfo = reading.Body.ScheduleInfo!,
            CreatedBy = IdentitySet.Of(command.Requester),
            CreatedDateTime = now,
        };

    private static async Task<(ScheduleRequestResource? Made, ApiProblem? Problem)> RefusedAsync(
        IPimUnitOfWork work,
        Refusal refusal,
        RoleScope? access,
        CancellationToken cancellation
    )
    {
        // Whoever is not eligible learns no role's name.
        var role = refusal.Violations.Any(v => v.Code is ReasonCode.NotEligible) ? null : access?.Role;
        return (null, await RefusalProblem.OfAsync(work, refusal, role, cancellation));
    }
}
