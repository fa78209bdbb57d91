using PimBot.Domain.Access;
using PimBot.Domain.Activations;

namespace PimBot.Domain.Audit;

/// <summary>Something to be recorded: who did what to whom, and why. The store adds number, time and hashes.</summary>
public sealed record AuditEvent
{
    public required AuditAction Action { get; init; }

    /// <summary>Who did it; null: PimBot itself.</summary>
    public PersonId? Actor { get; init; }

    /// <summary>Whom it concerns.</summary>
    public PersonId? Subject { get; init; }

    /// <summary>The group that it concerns, where an assignment is a group's.</summary>
    public GroupId? Group { get; init; }

    /// <summary>The role that it concerns, and where; null: it is about no role.</summary>
    public RoleScope? Access { get; init; }

    /// <summary>The Azure scope that it concerns, where it is about no role there; null wherever <see cref="Access"/> is not.</summary>
    public ScopeId? Scope { get; init; }

    /// <summary>Where it happened, with a role or without; null: it is about no place.</summary>
    public ScopeId? Place => Access?.Scope ?? Scope;

    public RequestId? Request { get; init; }

    public GrantId? Grant { get; init; }

    /// <summary>The person's own words, inert.</summary>
    public string? Reason { get; init; }

    public string? Ticket { get; init; }

    /// <summary>Codes and names, such as the broken rules; never free text of a person, never a secret.</summary>
    public string? Detail { get; init; }

    /// <summary>Where it came from, at most <see cref="AuditOrigin.LongestSource"/> characters; null: PimBot's own passes.</summary>
    public string? Source { get; init; }

    /// <summary>Entries of one turn, request or run have the same, at most <see cref="AuditOrigin.LongestCorrelation"/> characters.</summary>
    public string? Correlation { get; init; }
}
