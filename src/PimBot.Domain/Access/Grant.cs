namespace PimBot.Domain.Access;

/// <summary>Access that PimBot gave, or is giving, to one person for a time. One grant has one grant effect and one revoke effect.</summary>
public sealed record Grant
{
    public required GrantId Id { get; init; }

    public required PersonId Person { get; init; }

    public required RoleScope Access { get; init; }

    public required GrantState State { get; init; }

    /// <summary>How long it lasts from the moment that the target granted it.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>When the target granted it; null before.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>The first instant at which it no longer counts; null before it was granted.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Whether its holder was told that the end is near; cleared when it is extended.</summary>
    public bool Reminded { get; init; }

    /// <summary>Since when it is kept past its end, because nobody else holds the role; null: it is not.</summary>
    public DateTimeOffset? KeptSince { get; init; }

    public GrantEnd? End { get; init; }

    /// <summary>How often the target has failed at what is asked of it now; 0 when it did not, or did as asked.</summary>
    public int Failures { get; init; }

    /// <summary>The target's last word on a failure: a code for operators.</summary>
    public string? LastError { get; init; }

    /// <summary>Compare-and-set number, kept by the store.</summary>
    public long Version { get; init; }

    /// <summary>The only meaning of "active": the state and the window both say so, whatever a worker has or has not done.</summary>
    public bool IsActiveAt(DateTimeOffset now) => State is GrantState.Active && From <= now && now < Until;

    /// <summary>Whether another grant of the same role and scope to the same person must wait for this one.</summary>
    public bool IsOpen => State is GrantState.Provisioning or GrantState.Active;

    /// <summary>When time must change something about it; null when only an event can.</summary>
    public DateTimeOffset? NextDue =>
        State is not GrantState.Active ? null
        : Reminded ? Until
        : RemindAt;

    /// <summary>A quarter of the time before the end, at most 15 minutes (ours).</summary>
    public DateTimeOffset? RemindAt
    {
        get
        {
            var lead = Duration / 4;
            return Until - (lead < LongestReminder ? lead : LongestReminder);
        }
    }

    private static readonly TimeSpan LongestReminder = TimeSpan.FromMinutes(15);
}
