namespace PimBot.Application.Audit;

/// <summary>The form of a copy of the audit.</summary>
public enum AuditFormat
{
    Csv = 1,

    /// <summary>One JSON object a line.</summary>
    JsonLines = 2,
}
