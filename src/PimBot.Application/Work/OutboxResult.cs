namespace PimBot.Application.Work;

/// <summary>What became of one attempt, and what is recorded of it in the same commit that ends the claim.</summary>
/// <param name="Error">Null: the effect is there, or is given up. Otherwise a code: it is tried again.</param>
/// <param name="RetryAfter">The earliest next attempt, where the other side said so; otherwise the usual back-off.</param>
/// <param name="Record">What follows in the store; may run more than once, like any unit of work.</param>
public sealed record OutboxResult(
    string? Error = null,
    TimeSpan? RetryAfter = null,
    Func<IPimUnitOfWork, CancellationToken, Task>? Record = null
)
{
    /// <summary>The code of an attempt that was broken off because the process was to stop: it may have had its effect.</summary>
    public const string Stopped = "stopped";

    public static readonly OutboxResult Done = new();

    /// <summary>Whether there was no attempt at all: the message comes back after <see cref="RetryAfter"/> as it was.</summary>
    public bool IsPutBack { get; private init; }

    public static OutboxResult DoneAnd(Func<IPimUnitOfWork, CancellationToken, Task> record) => new(Record: record);

    /// <summary>It was not time yet. Costs no attempt.</summary>
    public static OutboxResult PutBack(TimeSpan wait) => new(RetryAfter: wait) { IsPutBack = true };
}
