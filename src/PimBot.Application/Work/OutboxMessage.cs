namespace PimBot.Application.Work;

/// <summary>An outside effect that is owed.</summary>
/// <param name="Id">The same at every attempt.</param>
/// <param name="Kind">Which <see cref="IOutboxHandler"/> performs it; at most 64 characters.</param>
/// <param name="OrderKey">Messages with one key are performed one after another, in the order in which they were enqueued; at most 200 characters.</param>
/// <param name="Payload">JSON, the handler's own.</param>
/// <param name="EnqueuedAt">When the effect became owed.</param>
/// <param name="Attempts">How many attempts were begun, with this one.</param>
/// <param name="Fence">Grows with each claim: who holds an older number has lost the message and can record nothing.</param>
/// <param name="LastError">The code of the newest attempt that was recorded; null: none was.</param>
public sealed record OutboxMessage(
    Guid Id,
    string Kind,
    string OrderKey,
    string Payload,
    DateTimeOffset EnqueuedAt,
    int Attempts,
    long Fence,
    string? LastError = null
);
