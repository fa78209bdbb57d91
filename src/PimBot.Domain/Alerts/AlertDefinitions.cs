namespace PimBot.Domain.Alerts;

/// <summary>Every alert of PIM's but the one about licences, which PimBot needs none of. Severities and ranges are PIM's; defaults are ours.</summary>
public static class AlertDefinitions
{
    /// <summary>The most serious first.</summary>
    public static readonly IReadOnlyList<AlertDefinition> All =
    [
        new(AlertKind.RolesAssignedOutsidePrivilegedIdentityManagement, AlertSeverity.High, AlertFix.RemoveOrAdopt, []),
        new(
            AlertKind.AzureRolesAssignedOutsidePrivilegedIdentityManagement,
            AlertSeverity.High,
            AlertFix.RemoveOrAdopt,
            []
        ),
        new(
            AlertKind.StaleSignIn,
            AlertSeverity.Medium,
            AlertFix.RemoveAssignment,
            [new(AlertThresholdName.Days, 1, 365, 30)]
        ),
        new(
            AlertKind.TooManyOwnersAssignedToResource,
            AlertSeverity.Medium,
            AlertFix.RemoveAssignment,
            [new(AlertThresholdName.Count, 2, 100, 3)]
        ),
        new(
            AlertKind.TooManyPermanentOwnersAssignedToResource,
            AlertSeverity.Medium,
            AlertFix.RemoveAssignment,
            [new(AlertThresholdName.Count, 2, 100, 2)]
        ),
        new(AlertKind.DuplicateRoleCreated, AlertSeverity.Medium, AlertFix.RemoveAssignment, []),
        new(
            AlertKind.RedundantAssignment,
            AlertSeverity.Low,
            AlertFix.RemoveAssignment,
            [new(AlertThresholdName.Days, 0, 100, 30)]
        ),
        new(AlertKind.NoMfaOnRoleActivation, AlertSeverity.Low, AlertFix.RequireMfa, []),
        new(
            AlertKind.TooManyGlobalAdminsAssignedToTenant,
            AlertSeverity.Low,
            AlertFix.RemoveAssignment,
            [new(AlertThresholdName.Count, 2, 100, 5), new(AlertThresholdName.Percentage, 0, 100, 10)]
        ),
        new(
            AlertKind.SequentialActivationRenewals,
            AlertSeverity.Low,
            AlertFix.None,
            [new(AlertThresholdName.Count, 2, 100, 5), new(AlertThresholdName.Hours, 1, 720, 24)]
        ),
    ];

    public static AlertDefinition Of(AlertKind kind) => All.First(definition => definition.Kind == kind);

    /// <summary>Null when no alert has this id of PIM's API.</summary>
    public static AlertDefinition? Find(string id) =>
        All.FirstOrDefault(definition => definition.Id.Equals(id, StringComparison.Ordinal));
}
