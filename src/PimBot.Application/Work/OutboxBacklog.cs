namespace PimBot.Application.Work;

/// <summary>What is still owed to the outside.</summary>
public sealed record OutboxBacklog(int Owed, int Failing, DateTimeOffset? OldestEnqueuedAt);
