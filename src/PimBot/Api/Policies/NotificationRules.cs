using PimBot.Domain.Policies;

namespace PimBot.Api.Policies;

/// <summary>The notifications' matrix, in both directions.</summary>
internal static class NotificationRules
{
    private const string Email = "Email";
    private const string All = "All";
    private const string Critical = "Critical";

    private static readonly Dictionary<string, (NotificationRecipient Recipient, NotificationEvents Event)> Cells = (
        from recipient in Enum.GetValues<NotificationRecipient>()
        from about in new[]
        {
            NotificationEvents.EligibleAssignment,
            NotificationEvents.ActiveAssignment,
            NotificationEvents.Activation,
        }
        select (recipient, about)
    ).ToDictionary(cell => PolicyRuleIds.NotificationOf(cell.recipient, cell.about), StringComparer.Ordinal);

    public static NotificationPolicyRule Of(RolePolicy policy, string id)
    {
        var (recipient, about) = Cells[id];
        var cell = policy.Notification(recipient, about);
        return new NotificationPolicyRule
        {
            Id = id,
            NotificationType = Email,
            RecipientType = Name(recipient),
            NotificationLevel = cell.IsCriticalOnly ? Critical : All,
            IsDefaultRecipientsEnabled = cell.IsDefaultRecipientsEnabled,
            NotificationRecipients = cell.FurtherRecipients,
            Target = RuleTarget.Of(id),
        };
    }

    /// <summary>The policy with this rule; a cell that says what holds anyway is not kept.</summary>
    public static RolePolicy Apply(RolePolicy policy, NotificationPolicyRule rule, RuleFaults faults)
    {
        var (recipient, about) = Cells[rule.Id!];
        faults.Unless(rule.NotificationType is null or Email, "notificationType");
        faults.Unless(rule.RecipientType is null || rule.RecipientType == Name(recipient), "recipientType");
        faults.Unless(rule.NotificationLevel is null or All or Critical, "notificationLevel");
        var present = policy.Notification(recipient, about);
        var cell = present with
        {
            IsCriticalOnly = rule.NotificationLevel is null
                ? present.IsCriticalOnly
                : rule.NotificationLevel == Critical,
            IsDefaultRecipientsEnabled = rule.IsDefaultRecipientsEnabled ?? present.IsDefaultRecipientsEnabled,
            FurtherRecipients = rule.NotificationRecipients ?? present.FurtherRecipients,
        };
        return With(policy, cell);
    }

    private static RolePolicy With(RolePolicy policy, NotificationRule cell)
    {
        var without = policy with
        {
            Notify =
                cell.Recipient is not NotificationRecipient.Administrators ? policy.Notify
                : cell.IsDefaultRecipientsEnabled ? policy.Notify | cell.Event
                : policy.Notify & ~cell.Event,
            Notifications =
            [
                .. policy.Notifications.Where(n => n.Recipient != cell.Recipient || n.Event != cell.Event),
            ],
        };
        return without.Notification(cell.Recipient, cell.Event) == cell
            ? without
            : without with
            {
                Notifications = [.. without.Notifications, cell],
            };
    }

    private static string Name(NotificationRecipient recipient) =>
        recipient switch
        {
            NotificationRecipient.Administrators => "Admin",
            NotificationRecipient.Requestor => "Requestor",
            _ => "Approver",
        };
}
