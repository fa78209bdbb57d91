using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Audit;

namespace PimBot.Application.Audit;

/// <summary>Which entries are wanted; what is null is any.</summary>
public sealed record AuditFilter
{
    /// <summary>The first instant that is wanted.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>The first instant that is wanted no more.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Who did it, or whom it concerns.</summary>
    public PersonId? Person { get; init; }

    public PersonId? Actor { get; init; }

    public PersonId? Subject { get; init; }

    public RoleId? Role { get; init; }

    /// <summary>This scope and everything below it.</summary>
    public ScopeId? Scope { get; init; }

    public IReadOnlyList<AuditAction>? Actions { get; init; }

    public RequestId? Request { get; init; }

    /// <summary>A part of the ticket's text, without regard to case.</summary>
    public string? Ticket { get; init; }

    /// <summary>Whether every entry is wanted.</summary>
    public bool IsEmpty => this == new AuditFilter();
}
