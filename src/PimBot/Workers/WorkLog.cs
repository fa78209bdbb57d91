namespace PimBot.Workers;

/// <summary>What operators read of background work: kinds, ids, codes; no texts of people.</summary>
internal static partial class WorkLog
{
    [LoggerMessage(1001, LogLevel.Error, "The pass over {Pass} failed; it is run again.")]
    public static partial void PassFailed(ILogger log, string pass, Exception failure);

    [LoggerMessage(
        1002,
        LogLevel.Warning,
        "Effect {Kind} {Id} failed at attempt {Attempt}: {Error}. It is tried again."
    )]
    public static partial void EffectFailed(ILogger log, string kind, Guid id, int attempt, string error);

    [LoggerMessage(1003, LogLevel.Error, "Effect {Kind} {Id} threw at attempt {Attempt}. It is tried again.")]
    public static partial void EffectThrew(ILogger log, string kind, Guid id, int attempt, Exception failure);

    [LoggerMessage(1004, LogLevel.Warning, "Effect {Kind} {Id} took longer than its lease; another worker records it.")]
    public static partial void ClaimLost(ILogger log, string kind, Guid id);

    [LoggerMessage(
        1005,
        LogLevel.Error,
        "A due {Item} could not be advanced; it is tried again when its lease is over."
    )]
    public static partial void DueItemFailed(ILogger log, string item, Exception failure);
}
