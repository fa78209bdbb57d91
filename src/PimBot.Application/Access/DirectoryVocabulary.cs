using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Application.Access;

/// <summary>The words of the directory file's format.</summary>
internal static class DirectoryVocabulary
{
    public static readonly IReadOnlyDictionary<string, PersonKind> PersonKinds = Words(
        ("member", PersonKind.Member),
        ("guest", PersonKind.Guest),
        ("personal", PersonKind.Personal),
        ("serviceAccount", PersonKind.ServiceAccount),
        ("emergency", PersonKind.Emergency)
    );

    public static readonly IReadOnlyDictionary<string, ScopeKind> ScopeKinds = Words(
        ("directory", ScopeKind.Directory),
        ("managementGroup", ScopeKind.ManagementGroup),
        ("subscription", ScopeKind.Subscription),
        ("resourceGroup", ScopeKind.ResourceGroup),
        ("resource", ScopeKind.Resource),
        ("group", ScopeKind.Group)
    );

    public static readonly IReadOnlyDictionary<string, RoleKind> RoleKinds = Words(
        ("directoryRole", RoleKind.DirectoryRole),
        ("azureRole", RoleKind.AzureRole),
        ("groupMember", RoleKind.GroupMember),
        ("groupOwner", RoleKind.GroupOwner)
    );

    public static readonly IReadOnlyDictionary<string, AssignmentType> AssignmentTypes = Words(
        ("eligible", AssignmentType.Eligible),
        ("active", AssignmentType.Active)
    );

    public static readonly IReadOnlyDictionary<string, ActivationRequirements> OnActivation = Words(
        ("mfa", ActivationRequirements.Mfa),
        ("justification", ActivationRequirements.Justification),
        ("ticket", ActivationRequirements.Ticket),
        ("approval", ActivationRequirements.Approval)
    );

    /// <summary>Ticketing and approval exist on activation only (PIM's rule).</summary>
    public static readonly IReadOnlyDictionary<string, ActivationRequirements> OnAssignment = Words(
        ("mfa", ActivationRequirements.Mfa),
        ("justification", ActivationRequirements.Justification)
    );

    public static readonly IReadOnlyDictionary<string, NotificationEvents> Events = Words(
        ("activation", NotificationEvents.Activation),
        ("eligibleAssignment", NotificationEvents.EligibleAssignment),
        ("activeAssignment", NotificationEvents.ActiveAssignment)
    );

    public static readonly IReadOnlyDictionary<string, NotificationRecipient> Recipients = Words(
        ("administrators", NotificationRecipient.Administrators),
        ("requestor", NotificationRecipient.Requestor),
        ("approvers", NotificationRecipient.Approvers)
    );

    private static Dictionary<string, T> Words<T>(params ReadOnlySpan<(string Word, T Value)> words)
    {
        var vocabulary = new Dictionary<string, T>(words.Length, StringComparer.Ordinal);
        foreach (var (word, value) in words)
        {
            vocabulary.Add(word, value);
        }

        return vocabulary;
    }
}
