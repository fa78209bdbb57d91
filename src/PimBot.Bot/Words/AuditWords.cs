using PimBot.Application.Audit;

namespace PimBot.Bot.Wording;

/// <summary>How the audit's ways out are spoken of.</summary>
internal static class AuditWords
{
    /// <summary>For administrators: what does not work, what that means, and what to do.</summary>
    public static string Failing(string outlet) =>
        outlet switch
        {
            AuditOutlets.AnchorFile => Anchor("the anchor file"),
            AuditOutlets.AnchorEndpoint => Anchor("the anchor address"),
            AuditOutlets.FeedWebhook => Feed("the webhook"),
            AuditOutlets.FeedSyslog => Feed("the syslog server"),
            _ => Feed(outlet),
        };

    private static string Anchor(string place) =>
        $"The end of the audit can’t be written to {place}. Until it can, nobody would notice if the newest entries were "
        + "changed in the database. PimBot keeps trying. Please have the operator look at the settings Audit:Anchor and "
        + "the health page.";

    private static string Feed(string place) =>
        $"The audit has not reached {place} for a while. Nothing is lost: PimBot keeps trying and sends everything in "
        + "order. Please have the operator look at the settings Audit:Feed and the health page.";
}
