using PimBot.Application.Work;

namespace PimBot.Storage.Work;

internal sealed class OutboxRow
{
    public const int LongestKind = 64;
    public const int LongestOrderKey = 200;
    public const int LongestError = 500;

    /// <summary>The order of enqueueing.</summary>
    public long Sequence { get; init; }

    public required Guid Id { get; init; }

    public required string Kind { get; init; }

    public required OutboxLane Lane { get; init; }

    public required string OrderKey { get; init; }

    public required string Payload { get; init; }

    public required DateTimeOffset EnqueuedAt { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    public DateTimeOffset? LeasedUntil { get; init; }

    public long Fence { get; init; }

    public int Attempts { get; init; }

    public string? LastError { get; init; }

    /// <summary>Known to be behind another message of its key; set by claims, cleared when that one is done.</summary>
    public bool Parked { get; init; }

    /// <summary>The message as its next attempt gets it.</summary>
    public OutboxMessage ToClaimed() =>
        new(Id, Kind, OrderKey, Payload, EnqueuedAt, Attempts + 1, Fence + 1, LastError);
}
