using PimBot.Domain.Policies;

namespace PimBot.Bot.Wording;

/// <summary>The matrix of notifications in words.</summary>
internal static class NotificationWords
{
    public static readonly IReadOnlyList<NotificationEvents> Events =
    [
        NotificationEvents.EligibleAssignment,
        NotificationEvents.ActiveAssignment,
        NotificationEvents.Activation,
    ];

    public static string Name(NotificationEvents about) =>
        about switch
        {
            NotificationEvents.EligibleAssignment => "Made eligible",
            NotificationEvents.ActiveAssignment => "Made active",
            _ => "Activated",
        };

    /// <summary>Short, for a column on a telephone.</summary>
    public static string Column(NotificationRecipient recipient) =>
        recipient switch
        {
            NotificationRecipient.Administrators => "Admins",
            NotificationRecipient.Requestor => "Holder",
            _ => "Approvers",
        };

    /// <summary>"On", "Critical", "Off", with the number of further addresses.</summary>
    public static string Cell(NotificationRule rule)
    {
        var state = rule switch
        {
            { IsDefaultRecipientsEnabled: true, IsCriticalOnly: true } => "Critical",
            { IsDefaultRecipientsEnabled: true } => "On",
            { FurtherRecipients.Count: > 0, IsCriticalOnly: true } => "Critical",
            _ => "Off",
        };
        return rule.FurtherRecipients.Count == 0 ? state : $"{state} +{rule.FurtherRecipients.Count}";
    }

    /// <summary>As a sentence's subject.</summary>
    public static string Who(NotificationRecipient recipient) =>
        recipient switch
        {
            NotificationRecipient.Administrators => "administrators",
            NotificationRecipient.Requestor => "the holder",
            _ => "approvers",
        };

    /// <summary>"on", "only what must be acted upon", "off", with the further addresses.</summary>
    public static string Rule(NotificationRule rule)
    {
        var state = rule switch
        {
            { IsDefaultRecipientsEnabled: false } => "off",
            { IsCriticalOnly: true } => "only what must be acted upon",
            _ => "on",
        };
        return rule.FurtherRecipients.Count == 0 ? state : $"{state}, and {string.Join(", ", rule.FurtherRecipients)}";
    }
}
