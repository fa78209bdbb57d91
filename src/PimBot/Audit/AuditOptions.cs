namespace PimBot.Audit;

/// <summary>Section <c>Audit</c>: how long the audit is kept, and where outside it goes.</summary>
internal sealed class AuditOptions
{
    public const string Section = "Audit";

    /// <summary>Days that entries are kept, 1 to 36,500. Unset: for ever.</summary>
    public int? Retention { get; set; }

    public AuditAnchorOptions Anchor { get; set; } = new();

    public AuditFeedOptions Feed { get; set; } = new();
}
