namespace PimBot.Domain.Access;

/// <summary>A standing assignment of a role at a scope to a person or to a group. Exactly one of <see cref="Person"/> and <see cref="Group"/> is set.</summary>
public sealed record Assignment
{
    /// <summary>The shortest assignment, and how long it can't be removed after its creation (PIM's rules).</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromMinutes(5);

    /// <summary>Its holder may ask for more time from this long before the end on (PIM's rule).</summary>
    public static readonly TimeSpan ExtendBefore = TimeSpan.FromDays(14);

    /// <summary>Its holder may ask to have it renewed for this long after the end (PIM's rule).</summary>
    public static readonly TimeSpan RenewAfter = TimeSpan.FromDays(30);

    internal static readonly TimeSpan LastNotice = TimeSpan.FromDays(1);

    public required Guid Id { get; init; }

    public PersonId? Person { get; init; }

    public GroupId? Group { get; init; }

    public required RoleScope Access { get; init; }

    public required AssignmentType Type { get; init; }

    /// <summary>Null: from the beginning.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>The first instant at which it no longer holds; null: permanent.</summary>
    public DateTimeOffset? End { get; init; }

    /// <summary>When PimBot made it; null: it was there before PimBot.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>What time has done to it so far.</summary>
    public AssignmentStage Stage { get; init; } = AssignmentStage.Running;

    /// <summary>Since when it outlasts its end because nobody else holds the role; null: it does not.</summary>
    public DateTimeOffset? KeptSince { get; init; }

    /// <summary>Compare-and-set number, kept by the store.</summary>
    public long Version { get; init; }

    public Principal Principal => Person is { } person ? Principal.Of(person) : Principal.Of(Group!.Value);

    public bool IsPermanent => End is null;

    /// <summary>Whether it is over for good.</summary>
    public bool IsOverAt(DateTimeOffset now) => End <= now;

    public bool HoldsAt(DateTimeOffset now) => (Start is null || Start <= now) && (End is null || now < End);

    /// <summary>When time must change something about it; null when only an event can.</summary>
    public DateTimeOffset? NextDue =>
        Stage switch
        {
            AssignmentStage.Scheduled => Start,
            AssignmentStage.Running => End - ExtendBefore,
            AssignmentStage.EndIsNear => End - LastNotice,
            AssignmentStage.EndIsClose => End,
            _ => End + RenewAfter,
        };
}
