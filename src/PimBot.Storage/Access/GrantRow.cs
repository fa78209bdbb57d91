using PimBot.Domain.Access;
using PimBot.Storage.Conversions;
using PimBot.Storage.Work;

namespace PimBot.Storage.Access;

internal sealed class GrantRow : IGuardedRow<GrantState>, IDueRow
{
    public required GrantId Id { get; init; }

    public required PersonId Person { get; init; }

    public required RoleId Role { get; init; }

    public required ScopeId Scope { get; init; }

    public required GrantState State { get; init; }

    public required TimeSpan Duration { get; init; }

    public DateTimeOffset? ActiveFrom { get; init; }

    public DateTimeOffset? ActiveUntil { get; init; }

    public bool Reminded { get; init; }

    public DateTimeOffset? KeptSince { get; init; }

    public GrantEnd? Ended { get; init; }

    public int Failures { get; init; }

    public string? LastError { get; init; }

    public long Version { get; set; }

    public DateTimeOffset? DueAt { get; init; }

    public DateTimeOffset? LeasedUntil { get; init; }

    Guid IGuardedRow<GrantState>.Key => Id.Value;

    public static GrantRow Of(Grant grant) =>
        new()
        {
            Id = grant.Id,
            Person = grant.Person,
            Role = grant.Access.Role,
            Scope = grant.Access.Scope,
            State = grant.State,
            Duration = grant.Duration,
            ActiveFrom = grant.From,
            ActiveUntil = grant.Until,
            Reminded = grant.Reminded,
            KeptSince = grant.KeptSince,
            Ended = grant.End,
            Failures = grant.Failures,
            LastError = grant.LastError,
            Version = grant.Version,
            DueAt = Instant.RoundUp(grant.NextDue),
        };

    public Grant ToGrant() =>
        new()
        {
            Id = Id,
            Person = Person,
            Access = new RoleScope(Role, Scope),
            State = State,
            Duration = Duration,
            From = ActiveFrom,
            Until = ActiveUntil,
            Reminded = Reminded,
            KeptSince = KeptSince,
            End = Ended,
            Failures = Failures,
            LastError = LastError,
            Version = Version,
        };
}
