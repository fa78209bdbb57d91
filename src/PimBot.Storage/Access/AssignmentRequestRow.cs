using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Approvals;
using PimBot.Domain.Reviews;
using PimBot.Storage.Conversions;
using PimBot.Storage.Work;

namespace PimBot.Storage.Access;

internal sealed class AssignmentRequestRow : IGuardedRow<RequestState>, IDueRow
{
    public required RequestId Id { get; init; }

    public required RequestAction Action { get; init; }

    public required PersonId CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public PersonId? Person { get; init; }

    public GroupId? Group { get; init; }

    public required RoleId Role { get; init; }

    public required ScopeId Scope { get; init; }

    public required Guid Assignment { get; init; }

    public required AssignmentAsk Ask { get; init; }

    public required RequestState State { get; init; }

    public PendingReason? WaitsFor { get; init; }

    public DateTimeOffset? DecideBy { get; init; }

    public DateTimeOffset? RetryAt { get; init; }

    public ApprovalDecision? Decision { get; init; }

    public RequestOutcome? Outcome { get; init; }

    public ReviewId? Review { get; init; }

    public long Version { get; set; }

    public DateTimeOffset? DueAt { get; init; }

    public DateTimeOffset? LeasedUntil { get; init; }

    Guid IGuardedRow<RequestState>.Key => Id.Value;

    public static AssignmentRequestRow Of(AssignmentRequest request) =>
        new()
        {
            Id = request.Id,
            Action = request.Action,
            CreatedBy = request.CreatedBy,
            CreatedAt = request.CreatedAt,
            Person = request.Principal.Person,
            Group = request.Principal.Group,
            Role = request.Access.Role,
            Scope = request.Access.Scope,
            Assignment = request.Assignment,
            Ask = request.Ask,
            State = request.State,
            WaitsFor = request.WaitsFor,
            DecideBy = request.DecideBy,
            RetryAt = request.RetryAt,
            Decision = request.Decision,
            Outcome = request.Outcome,
            Review = request.Review,
            Version = request.Version,
            DueAt = Instant.RoundUp(request.NextDue),
        };

    public AssignmentRequest ToRequest() =>
        new()
        {
            Id = Id,
            Action = Action,
            CreatedBy = CreatedBy,
            CreatedAt = CreatedAt,
            Principal = Person is { } person ? Principal.Of(person) : Principal.Of(Group!.Value),
            Access = new RoleScope(Role, Scope),
            Assignment = Assignment,
            Ask = Ask,
            State = State,
            WaitsFor = WaitsFor,
            DecideBy = DecideBy,
            RetryAt = RetryAt,
            Decision = Decision,
            Outcome = Outcome,
            Review = Review,
            Version = Version,
        };
}
