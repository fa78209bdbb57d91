namespace PimBot.Domain.Alerts;

/// <summary>What an alert is, the same everywhere.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Fix">What can be done about it.</param>
/// <param name="Thresholds">The numbers that can be set.</param>
public sealed record AlertDefinition(
    AlertKind Kind,
    AlertSeverity Severity,
    AlertFix Fix,
    IReadOnlyList<AlertThreshold> Thresholds
)
{
    /// <summary>Whether it is about Azure roles, and belongs to one of Azure's scopes.</summary>
    public bool IsOfAzure =>
        Kind
            is AlertKind.TooManyOwnersAssignedToResource
                or AlertKind.TooManyPermanentOwnersAssignedToResource
                or AlertKind.DuplicateRoleCreated
                or AlertKind.AzureRolesAssignedOutsidePrivilegedIdentityManagement;

    /// <summary>The id by which PIM's API knows it.</summary>
    public string Id => $"{Kind}Alert";

    public AlertThresholds Defaults =>
        Thresholds.Aggregate(new AlertThresholds(), (values, t) => values.With(t.Name, t.Default));
}
