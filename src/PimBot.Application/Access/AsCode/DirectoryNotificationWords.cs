using PimBot.Domain.Policies;

namespace PimBot.Application.Access.AsCode;

/// <summary>In which of the nine notifications two policies differ.</summary>
internal static class DirectoryNotificationWords
{
    private static readonly (NotificationRecipient Recipient, string Word)[] Recipients =
    [
        (NotificationRecipient.Administrators, "administrators"),
        (NotificationRecipient.Requestor, "the requestor"),
        (NotificationRecipient.Approvers, "approvers"),
    ];

    private static readonly (NotificationEvents Event, string Word)[] Events =
    [
        (NotificationEvents.Activation, "activations"),
        (NotificationEvents.EligibleAssignment, "eligible assignments"),
        (NotificationEvents.ActiveAssignment, "active assignments"),
    ];

    public static IEnumerable<DirectoryDetail> Between(RolePolicy before, RolePolicy after) =>
        from recipient in Recipients
        from about in Events
        let old = before.Notification(recipient.Recipient, about.Event)
        let next = after.Notification(recipient.Recipient, about.Event)
        where old != next
        select new DirectoryDetail($"notices of {about.Word} to {recipient.Word}", Words(old), Words(next));

    private static string Words(NotificationRule rule)
    {
        var parts = new[]
        {
            rule.IsDefaultRecipientsEnabled ? "on" : "off",
            rule.FurtherRecipients.Count == 0 ? null : $"also to {string.Join(", ", rule.FurtherRecipients)}",
            rule.IsCriticalOnly ? "critical only" : null,
        };
        return string.Join(", ", parts.OfType<string>());
    }
}
