namespace PimBot.Domain.Policies;

/// <summary>The published ids of the 17 rules of a policy.</summary>
public static class PolicyRuleIds
{
    public const string ActivationExpiration = "Expiration_EndUser_Assignment";
    public const string ActivationEnablement = "Enablement_EndUser_Assignment";
    public const string ActivationContext = "AuthenticationContext_EndUser_Assignment";
    public const string ActivationApproval = "Approval_EndUser_Assignment";
    public const string EligibleExpiration = "Expiration_Admin_Eligibility";
    public const string EligibleEnablement = "Enablement_Admin_Eligibility";
    public const string ActiveExpiration = "Expiration_Admin_Assignment";
    public const string ActiveEnablement = "Enablement_Admin_Assignment";

    /// <summary>All 17, in the order in which they are published.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        EligibleExpiration,
        NotificationOf(NotificationRecipient.Administrators, NotificationEvents.EligibleAssignment),
        NotificationOf(NotificationRecipient.Requestor, NotificationEvents.EligibleAssignment),
        NotificationOf(NotificationRecipient.Approvers, NotificationEvents.EligibleAssignment),
        EligibleEnablement,
        ActiveExpiration,
        ActiveEnablement,
        NotificationOf(NotificationRecipient.Administrators, NotificationEvents.ActiveAssignment),
        NotificationOf(NotificationRecipient.Requestor, NotificationEvents.ActiveAssignment),
        NotificationOf(NotificationRecipient.Approvers, NotificationEvents.ActiveAssignment),
        ActivationExpiration,
        ActivationEnablement,
        ActivationApproval,
        ActivationContext,
        NotificationOf(NotificationRecipient.Administrators, NotificationEvents.Activation),
        NotificationOf(NotificationRecipient.Requestor, NotificationEvents.Activation),
        NotificationOf(NotificationRecipient.Approvers, NotificationEvents.Activation),
    ];

    /// <summary>The id of one cell of the notifications' matrix.</summary>
    public static string NotificationOf(NotificationRecipient recipient, NotificationEvents about)
    {
        var who = recipient switch
        {
            NotificationRecipient.Administrators => "Admin",
            NotificationRecipient.Requestor => "Requestor",
            _ => "Approver",
        };
        var what = about switch
        {
            NotificationEvents.EligibleAssignment => "Admin_Eligibility",
            NotificationEvents.ActiveAssignment => "Admin_Assignment",
            _ => "EndUser_Assignment",
        };
        return $"Notification_{who}_{what}";
    }
}
