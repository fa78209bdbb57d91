using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Audit;

namespace PimBot.Storage.Audit;

internal sealed class AuditRow
{
    public required long Sequence { get; init; }

    public required DateTimeOffset At { get; init; }

    public required AuditAction Action { get; init; }

    public PersonId? Actor { get; init; }

    public PersonId? Subject { get; init; }

    public RoleId? Role { get; init; }

    public ScopeId? Scope { get; init; }

    public RequestId? RequestId { get; init; }

    public GrantId? GrantId { get; init; }

    public string? Reason { get; init; }

    public string? Ticket { get; init; }

    public string? Detail { get; init; }

    public GroupId? GroupId { get; init; }

    public string? Source { get; init; }

    public string? Correlation { get; init; }

    public required string PreviousHash { get; init; }

    public required string Hash { get; init; }

    public AuditEntry ToEntry() =>
        new(
            Sequence,
            At,
            new AuditEvent
            {
                Action = Action,
                Actor = Actor,
                Subject = Subject,
                Access = Role is { } role && Scope is { } scope ? new RoleScope(role, scope) : null,
                Scope = Role is null ? Scope : null,
                Request = RequestId,
                Grant = GrantId,
                Reason = Reason,
                Ticket = Ticket,
                Detail = Detail,
                Group = GroupId,
                Source = Source,
                Correlation = Correlation,
            },
            PreviousHash,
            Hash
        );
}
