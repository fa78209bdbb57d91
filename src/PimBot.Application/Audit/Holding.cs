using PimBot.Domain.Access;

namespace PimBot.Application.Audit;

/// <summary>A time for which somebody held a role, or could activate it.</summary>
public sealed record Holding
{
    public required PersonId Person { get; init; }

    public required RoleScope Access { get; init; }

    public required HoldingKind Kind { get; init; }

    /// <summary>The group through which; null: directly.</summary>
    public GroupId? Group { get; init; }

    /// <summary>The first instant; null: since before the record.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>The first instant at which it was over, past or planned; null: no end.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The assignment behind it; null for an activation.</summary>
    public Guid? Assignment { get; init; }

    /// <summary>When the store came to know of the assignment as it then was.</summary>
    public DateTimeOffset? RecordedAt { get; init; }

    /// <summary>The activation behind it; null for an assignment.</summary>
    public GrantId? Grant { get; init; }

    /// <summary>Who gave it; null: it was there before PimBot, or the holder activated it.</summary>
    public PersonId? GivenBy { get; init; }

    public PersonId? ApprovedBy { get; init; }

    public string? Reason { get; init; }

    public string? Ticket { get; init; }
}
