namespace PimBot.Domain.Policies;

/// <summary>One of the nine cells of the matrix: who is told of which event.</summary>
public sealed record NotificationRule
{
    public const int MostFurtherRecipients = 20;

    public required NotificationRecipient Recipient { get; init; }

    /// <summary>One event, never a combination.</summary>
    public required NotificationEvents Event { get; init; }

    /// <summary>Whether those whom PIM names by itself are told.</summary>
    public bool IsDefaultRecipientsEnabled { get; init; } = true;

    /// <summary>Mail addresses that are told besides; at most <see cref="MostFurtherRecipients"/>.</summary>
    public IReadOnlyList<string> FurtherRecipients { get; init; } = [];

    /// <summary>Only what somebody must act upon is told.</summary>
    public bool IsCriticalOnly { get; init; }

    public bool Equals(NotificationRule? other) =>
        other is not null
        && Recipient == other.Recipient
        && Event == other.Event
        && IsDefaultRecipientsEnabled == other.IsDefaultRecipientsEnabled
        && IsCriticalOnly == other.IsCriticalOnly
        && FurtherRecipients.SequenceEqual(other.FurtherRecipients, StringComparer.OrdinalIgnoreCase);

    public override int GetHashCode() => HashCode.Combine(Recipient, Event, IsDefaultRecipientsEnabled, IsCriticalOnly);
}
