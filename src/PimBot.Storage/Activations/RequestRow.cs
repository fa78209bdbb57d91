using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Approvals;
using PimBot.Domain.Policies;
using PimBot.Storage.Conversions;
using PimBot.Storage.Work;

namespace PimBot.Storage.Activations;

internal sealed class RequestRow : IGuardedRow<RequestState>, IDueRow
{
    public required RequestId Id { get; init; }

    public required RequestAction Action { get; init; }

    public required PersonId Requester { get; init; }

    public required RoleId Role { get; init; }

    public required ScopeId Scope { get; init; }

    public required RequestState State { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required ActivationAsk Ask { get; init; }

    public required RolePolicy Policy { get; init; }

    public GrantId? ExtendsGrant { get; init; }

    public GrantId? GrantId { get; init; }

    public VerificationProof? Proof { get; init; }

    public DateTimeOffset? VerifyBy { get; init; }

    public DateTimeOffset? DecideBy { get; init; }

    /// <summary>JSON list of ids.</summary>
    public required string Asked { get; init; }

    public bool IsEscalated { get; init; }

    public bool IsPolicyFrozen { get; init; }

    public ApprovalDecision? Decision { get; init; }

    public RequestOutcome? Outcome { get; init; }

    public long Version { get; set; }

    public DateTimeOffset? DueAt { get; init; }

    public DateTimeOffset? LeasedUntil { get; init; }

    Guid IGuardedRow<RequestState>.Key => Id.Value;

    public static RequestRow Of(ActivationRequest request) =>
        new()
        {
            Id = request.Id,
            Action = request.Action,
            Requester = request.Requester,
            Role = request.Access.Role,
            Scope = request.Access.Scope,
            State = request.State,
            CreatedAt = request.CreatedAt,
            Ask = request.Ask,
            Policy = request.Policy,
            ExtendsGrant = request.Extends,
            GrantId = request.Grant,
            Proof = request.Proof,
            VerifyBy = request.VerifyBy,
            DecideBy = request.DecideBy,
            Asked = JsonColumn.Write(request.Asked),
            IsEscalated = request.IsEscalated,
            IsPolicyFrozen = request.IsPolicyFrozen,
            Decision = request.Decision,
            Outcome = request.Outcome,
            Version = request.Version,
            DueAt = Instant.RoundUp(request.NextDue),
        };

    public ActivationRequest ToRequest() =>
        new()
        {
            Id = Id,
            Action = Action,
            Requester = Requester,
            Access = new RoleScope(Role, Scope),
            State = State,
            CreatedAt = CreatedAt,
            Ask = Ask,
            Policy = Policy,
            Extends = ExtendsGrant,
            Grant = GrantId,
            Proof = Proof,
            VerifyBy = VerifyBy,
            DecideBy = DecideBy,
            Asked = JsonColumn.Read<List<PersonId>>(Asked),
            IsEscalated = IsEscalated,
            IsPolicyFrozen = IsPolicyFrozen,
            Decision = Decision,
            Outcome = Outcome,
            Version = Version,
        };
}
