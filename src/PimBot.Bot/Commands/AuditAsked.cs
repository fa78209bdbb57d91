using PimBot.Domain.Activations;
using PimBot.Domain.Audit;

namespace PimBot.Bot.Commands;

/// <summary>What somebody wants to know of the audit, as typed: names are looked up later.</summary>
internal sealed record AuditAsked
{
    public string? RoleText { get; init; }

    public string? ScopeText { get; init; }

    /// <summary>Who did it, or whom it concerns.</summary>
    public string? PersonText { get; init; }

    public string? ActorText { get; init; }

    public string? SubjectText { get; init; }

    /// <summary>Names that were not said to be of a role, a person or a place.</summary>
    public IReadOnlyList<AuditPart> Parts { get; init; } = [];

    public IReadOnlyList<AuditAction>? Actions { get; init; }

    public string? Ticket { get; init; }

    public RequestId? Request { get; init; }

    public PastSpan Span { get; init; } = new(null, null);

    /// <summary>Whether only one's own entries are wanted.</summary>
    public bool IsOwn { get; init; }

    /// <summary>Whether those who could activate a role are wanted too.</summary>
    public bool WithEligible { get; init; }

    /// <summary>Of an export: <c>csv</c> or <c>jsonl</c>; null: not said.</summary>
    public string? Format { get; init; }

    /// <summary>What is wrong with it, in words for the person; null: nothing.</summary>
    public string? Fault { get; init; }
}
