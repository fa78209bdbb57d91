using PimBot.Domain.Access;
using PimBot.Domain.Alerts;
using PimBot.Domain.Policies;
using PimBot.Domain.Reviews;

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

    public static readonly IReadOnlyDictionary<string, ReviewedTypes> Reviewed = Words(
        ("eligible", ReviewedTypes.Eligible),
        ("active", ReviewedTypes.Active),
        ("both", ReviewedTypes.Both)
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

    /// <summary>Who reviews, where they are not named one by one.</summary>
    public static readonly IReadOnlyDictionary<string, ReviewerKind> Reviewers = Words(
        ("self", ReviewerKind.Self),
        ("manager", ReviewerKind.Manager)
    );

    public static readonly IReadOnlyDictionary<string, RecurrencePattern> Recurrences = Words(
        ("oneTime", RecurrencePattern.OneTime),
        ("weekly", RecurrencePattern.Weekly),
        ("monthly", RecurrencePattern.Monthly),
        ("quarterly", RecurrencePattern.Quarterly),
        ("semiAnnually", RecurrencePattern.SemiAnnually),
        ("annually", RecurrencePattern.Annually)
    );

    public static readonly IReadOnlyDictionary<string, SilenceRule> Silence = Words(
        ("noChange", SilenceRule.NoChange),
        ("remove", SilenceRule.Remove),
        ("approve", SilenceRule.Approve),
        ("takeRecommendation", SilenceRule.TakeRecommendation)
    );

    /// <summary>Alerts by the ids of PIM's API.</summary>
    public static readonly IReadOnlyDictionary<string, AlertKind> Alerts = AlertDefinitions.All.ToDictionary(
        d => d.Id,
        d => d.Kind,
        StringComparer.Ordinal
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
