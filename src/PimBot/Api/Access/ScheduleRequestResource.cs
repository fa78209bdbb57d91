using System.Text.Json.Serialization;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;

namespace PimBot.Api.Access;

/// <summary>A request and what became of it, with Graph's names and states.</summary>
internal sealed record ScheduleRequestResource
{
    /// <summary>Missing where nothing was made.</summary>
    public string? Id { get; init; }

    /// <summary>Graph's states; <c>TimedOut</c> and <c>AwaitingVerification</c> are ours.</summary>
    public required string Status { get; init; }

    public required string Action { get; init; }

    public required string PrincipalId { get; init; }

    public required string RoleDefinitionId { get; init; }

    public required string DirectoryScopeId { get; init; }

    /// <summary>The assignment or activation that it made, makes or changes.</summary>
    public string? TargetScheduleId { get; init; }

    /// <summary>The approval that it waits for; see <c>roleAssignmentApprovals</c>.</summary>
    public string? ApprovalId { get; init; }

    public bool IsValidationOnly { get; init; }

    public string? Justification { get; init; }

    public TicketInfo? TicketInfo { get; init; }

    public required ScheduleInfo ScheduleInfo { get; init; }

    public required IdentitySet CreatedBy { get; init; }

    public required DateTimeOffset CreatedDateTime { get; init; }

    /// <summary>When nothing more could happen to it.</summary>
    public DateTimeOffset? CompletedDateTime { get; init; }

    /// <summary>The code of the rule that it failed at.</summary>
    [JsonPropertyName("@pimbot.failureReason")]
    public string? FailureReason { get; init; }

    /// <summary>What an assignment request waits for: <c>administratorDecision</c>, <c>secondAdministrator</c> or <c>anotherOwner</c>.</summary>
    [JsonPropertyName("@pimbot.waitsFor")]
    public string? WaitsFor { get; init; }

    /// <summary>Where its requester proves to be themselves.</summary>
    [JsonPropertyName("@pimbot.verificationUrl")]
    public string? VerificationUrl { get; init; }

    /// <summary>What <c>If-Match</c> may say when it is cancelled.</summary>
    [JsonPropertyName("@odata.etag")]
    public string? ETag { get; init; }

    public static ScheduleRequestResource Of(AssignmentRequest request) =>
        new()
        {
            Id = request.Id.ToString(),
            Status = request.State.ToString(),
            Action = Names.Of(request.Action),
            PrincipalId = request.Principal.Person?.Value ?? request.Principal.Group!.Value.Value,
            RoleDefinitionId = request.Access.Role.Value,
            DirectoryScopeId = request.Access.Scope.Value,
            TargetScheduleId = request.Assignment.ToString(),
            ApprovalId = request.WaitsFor is PendingReason.AdministratorDecision or PendingReason.SecondAdministrator
                ? request.Id.ToString()
                : null,
            Justification = request.Ask.Justification,
            ScheduleInfo = ScheduleInfo.Of(request.Ask.Start, request.Ask.End),
            CreatedBy = IdentitySet.Of(request.CreatedBy),
            CreatedDateTime = request.CreatedAt,
            CompletedDateTime = request.Outcome?.At,
            FailureReason = request.Outcome?.Code?.ToString(),
            WaitsFor = request.WaitsFor is { } reason ? Names.Of(reason) : null,
            ETag = TagOf(request.Id, request.Version),
        };

    public static ScheduleRequestResource Of(ActivationRequest request) =>
        new()
        {
            Id = request.Id.ToString(),
            Status = request.State.ToString(),
            Action = Names.Of(request.Action),
            PrincipalId = request.Requester.Value,
            RoleDefinitionId = request.Access.Role.Value,
            DirectoryScopeId = request.Access.Scope.Value,
            TargetScheduleId = (request.Grant ?? request.Extends)?.Value.ToString(),
            ApprovalId = request.State is RequestState.PendingApproval ? request.Id.ToString() : null,
            Justification = request.Ask.Justification,
            TicketInfo = TicketInfo.Of(request.Ask.Ticket),
            ScheduleInfo = new ScheduleInfo
            {
                StartDateTime = request.Ask.Start,
                Expiration = ScheduleExpiration.After(request.Ask.Duration),
            },
            CreatedBy = IdentitySet.Of(request.Requester),
            CreatedDateTime = request.CreatedAt,
            CompletedDateTime = request.Outcome?.At,
            FailureReason = request.Outcome?.Code?.ToString(),
            ETag = TagOf(request.Id, request.Version),
        };

    /// <summary>Ids are never used again, and each change has its version.</summary>
    public static string TagOf(RequestId id, long version) => $"\"{id.Value:N}.{version}\"";
}
