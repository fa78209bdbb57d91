namespace PimBot.Application.Audit;

/// <summary>The names under which the ways out of the store are kept. Never renamed: positions belong to them.</summary>
public static class AuditOutlets
{
    public const string AnchorFile = "anchor.file";
    public const string AnchorEndpoint = "anchor.endpoint";
    public const string FeedWebhook = "feed.webhook";
    public const string FeedSyslog = "feed.syslog";
}
