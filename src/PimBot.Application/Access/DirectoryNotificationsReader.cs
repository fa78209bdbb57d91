using PimBot.Domain.Policies;

namespace PimBot.Application.Access;

/// <summary>Reads those of a policy's nine notifications that are set by themselves.</summary>
internal static class DirectoryNotificationsReader
{
    private static readonly string[] Keys = ["recipient", "event", "default", "further", "criticalOnly"];

    public static IReadOnlyList<NotificationRule> Read(DirectoryCursor? list, DirectoryPolicyCheck check)
    {
        var rules = new List<NotificationRule>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var item in list?.Items() ?? [])
        {
            if (DirectoryFields.Of(item, Keys) is not { } fields || Rule(fields) is not { } rule)
            {
                continue;
            }

            var id = PolicyRuleIds.NotificationOf(rule.Recipient, rule.Event);
            if (!lines.TryAdd(id, item.Line))
            {
                item.Fault($"is a second entry for the same recipient and event, after the one in line {lines[id]}");
                continue;
            }

            check.Notification(id, item);
            rules.Add(rule);
        }

        return rules;
    }

    private static NotificationRule? Rule(DirectoryFields fields)
    {
        var recipient = fields.Required("recipient")?.Word(DirectoryVocabulary.Recipients);
        var about = fields.Required("event")?.Word(DirectoryVocabulary.Events);
        var isDefault = fields.Optional("default")?.Flag() ?? true;
        var isCriticalOnly = fields.Optional("criticalOnly")?.Flag() ?? false;
        var further = Addresses(fields.Optional("further"));
        return recipient is null || about is null
            ? null
            : new NotificationRule
            {
                Recipient = recipient.Value,
                Event = about.Value,
                IsDefaultRecipientsEnabled = isDefault,
                FurtherRecipients = further,
                IsCriticalOnly = isCriticalOnly,
            };
    }

    private static List<string> Addresses(DirectoryCursor? list)
    {
        var addresses = new List<string>();
        foreach (var item in list?.Items() ?? [])
        {
            if (item.Text(DirectoryValues.LongestAddress) is not { } address)
            {
                continue;
            }

            if (addresses.Contains(address, StringComparer.OrdinalIgnoreCase))
            {
                item.Fault($"is in the list twice: {DirectoryWords.Quote(address)}");
            }

            addresses.Add(address);
        }

        return addresses;
    }
}
