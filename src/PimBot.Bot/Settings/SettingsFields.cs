using PimBot.Bot.Cards;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Settings;

/// <summary>The ids of the forms' fields and of their choices.</summary>
internal static class SettingsFields
{
    /// <summary>The longest text in any field.</summary>
    public const int Longest = 2000;

    public const string Maximum = "maximum";
    public const string Verify = "verify";
    public const string VerifyNothing = "nothing";
    public const string VerifyMfa = "mfa";
    public const string VerifyContext = "context";
    public const string Context = "contextId";
    public const string Justification = "justification";
    public const string Ticket = "ticket";
    public const string Approval = "approval";
    public const string Approvers = "approvers";
    public const string PickedApprovers = "pickedApprovers";
    public const string Window = "window";
    public const string DecisionReason = "decisionReason";

    public const string Permanent = "permanent";
    public const string Eligible = "eligible";
    public const string EligibleMfa = "eligibleMfa";
    public const string EligibleReason = "eligibleReason";
    public const string Active = "active";
    public const string ActiveMfa = "activeMfa";
    public const string ActiveReason = "activeReason";

    public const string ToldAll = "all";
    public const string ToldCritical = "critical";
    public const string ToldNothing = "nothing";

    private static readonly string[] OfActivation =
    [
        Maximum,
        Verify,
        Context,
        Justification,
        Ticket,
        Approval,
        Approvers,
        PickedApprovers,
        Window,
        DecisionReason,
    ];

    private static readonly string[] OfAssignment =
    [
        Eligible,
        EligibleMfa,
        EligibleReason,
        Active,
        ActiveMfa,
        ActiveReason,
    ];

    private static readonly string[] OfNotifications =
    [
        .. Enum.GetValues<NotificationRecipient>().SelectMany(r => new[] { Told(r), Further(r) }),
    ];

    public static IReadOnlyList<string> Of(SettingsSection section) =>
        section switch
        {
            SettingsSection.Activation => OfActivation,
            SettingsSection.Assignment => OfAssignment,
            _ => OfNotifications,
        };

    public static string Told(NotificationRecipient recipient) => $"told{recipient}";

    public static string Further(NotificationRecipient recipient) => $"further{recipient}";

    public static NotificationEvents EventOf(SettingsSection section) =>
        section switch
        {
            SettingsSection.NotifyEligible => NotificationEvents.EligibleAssignment,
            SettingsSection.NotifyActive => NotificationEvents.ActiveAssignment,
            _ => NotificationEvents.Activation,
        };
}
