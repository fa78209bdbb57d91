namespace PimBot.Audit;

/// <summary>What operators read of the audit's ways out: names and codes, never addresses or secrets.</summary>
internal static partial class AuditLog
{
    [LoggerMessage(1401, LogLevel.Warning, "The end of the audit was not anchored at {Place} before the stop: {Error}")]
    public static partial void NotAnchored(ILogger log, string place, string error);
}
