using System.Globalization;
using PimBot.Application.Alerts;
using PimBot.Domain.Access;
using PimBot.Domain.Alerts;

namespace PimBot.Bot.Wording;

/// <summary>Alerts in English words: what they warn of, why, and what to do.</summary>
internal static class AlertWords
{
    /// <summary>PIM's own titles.</summary>
    public static string Title(AlertKind kind) =>
        kind switch
        {
            AlertKind.RedundantAssignment => "Administrators aren’t using their privileged roles",
            AlertKind.NoMfaOnRoleActivation => "Roles don’t require multi-factor authentication for activation",
            AlertKind.StaleSignIn => "Potential stale accounts in a privileged role",
            AlertKind.RolesAssignedOutsidePrivilegedIdentityManagement => "Roles are being assigned outside of PIM",
            AlertKind.TooManyGlobalAdminsAssignedToTenant => "There are too many global administrators",
            AlertKind.SequentialActivationRenewals => "Roles are being activated too frequently",
            AlertKind.TooManyOwnersAssignedToResource => "Too many owners of a resource",
            AlertKind.TooManyPermanentOwnersAssignedToResource => "Too many permanent owners of a resource",
            AlertKind.DuplicateRoleCreated => "The same role at nested scopes",
            _ => "Azure roles are being assigned outside of PIM",
        };

    /// <summary>How people call it, besides its title.</summary>
    public static IReadOnlyList<string> Aliases(AlertKind kind) =>
        kind switch
        {
            AlertKind.RedundantAssignment => ["unused roles", "unused", "not used", "not using"],
            AlertKind.NoMfaOnRoleActivation => ["mfa", "no mfa", "without mfa", "multi-factor"],
            AlertKind.StaleSignIn => ["stale accounts", "stale", "stale sign-in", "no sign-in"],
            AlertKind.RolesAssignedOutsidePrivilegedIdentityManagement => ["outside", "outside pim", "outside of pim"],
            AlertKind.TooManyGlobalAdminsAssignedToTenant =>
            [
                "global administrators",
                "too many global administrators",
                "global admins",
                "too many global admins",
            ],
            AlertKind.SequentialActivationRenewals => ["frequent", "frequently", "too frequent", "activations"],
            AlertKind.TooManyOwnersAssignedToResource => ["owners", "too many owners"],
            AlertKind.TooManyPermanentOwnersAssignedToResource => ["permanent owners", "too many permanent owners"],
            AlertKind.DuplicateRoleCreated => ["duplicates", "duplicate", "nested", "duplicate roles"],
            _ => ["azure outside", "azure outside pim", "azure outside of pim"],
        };

    public static string Severity(AlertSeverity severity) =>
        severity switch
        {
            AlertSeverity.High => "High",
            AlertSeverity.Medium => "Medium",
            _ => "Low",
        };

    /// <summary>When it warns, with the numbers that hold.</summary>
    public static string Trigger(Alert alert)
    {
        var t = alert.Thresholds;
        return alert.Key.Kind switch
        {
            AlertKind.RedundantAssignment => $"Nobody activated the role for {Days(t)}.",
            AlertKind.NoMfaOnRoleActivation => "The settings ask for no second factor when the role is activated.",
            AlertKind.StaleSignIn => $"The account did not sign in for {Days(t)}.",
            AlertKind.RolesAssignedOutsidePrivilegedIdentityManagement
            or AlertKind.AzureRolesAssignedOutsidePrivilegedIdentityManagement =>
                "Somebody gave this access without PimBot, so that no settings, approval or end hold for it.",
            AlertKind.TooManyGlobalAdminsAssignedToTenant =>
                $"More than {t.Count} have the role, and more than {t.Percentage} % of all assignments are of it.",
            AlertKind.SequentialActivationRenewals =>
                $"Somebody activated the same role {t.Count} times or more within {Hours(t)}.",
            AlertKind.TooManyOwnersAssignedToResource => $"More than {t.Count} own it, eligible or active.",
            AlertKind.TooManyPermanentOwnersAssignedToResource => $"More than {t.Count} own it permanently.",
            _ => "Whoever has a role at one scope has it at all scopes below: the narrower one adds nothing.",
        };
    }

    /// <summary>What to do about it.</summary>
    public static string Advice(AlertKind kind) =>
        AlertDefinitions.Of(kind).Fix switch
        {
            AlertFix.RequireMfa => "Require it in the settings.",
            AlertFix.RemoveOrAdopt => "Remove it, or adopt it as an assignment of PimBot’s.",
            AlertFix.None => "Look into it: a longer activation or a standing assignment may serve better.",
            _ => kind switch
            {
                AlertKind.RedundantAssignment => "Remove the eligibility of who does not need it.",
                AlertKind.StaleSignIn => "Remove the role from accounts that nobody uses.",
                AlertKind.DuplicateRoleCreated => "Remove the narrower one.",
                _ => "Remove it from who does not need it.",
            },
        };

    /// <summary>"3 found", "1 found".</summary>
    public static string Found(int count) => string.Create(CultureInfo.InvariantCulture, $"{count:#,0} found");

    /// <summary>Whom or what an incident is about: names from outside, to be shown letter for letter.</summary>
    public static string Subject(AlertIncidentView view)
    {
        var role = view.Role?.Name ?? "a role that is gone";
        var where = view.Scope is { } scope && view.Role?.Kind is not RoleKind.DirectoryRole ? $" at {scope.Name}" : "";
        var whom = view.Whom switch
        {
            null => null,
            { Group: { } group } => $"the group {group.Name}",
            { Person: null } => $"an unknown account ({view.Whom.Principal})",
            var known => known.Name,
        };
        return whom is null ? $"{role}{where}" : $"{whom}: {role}{where}";
    }

    /// <summary>What was found about it; null: nothing more.</summary>
    public static string? Finding(AlertIncidentView view, DateTimeOffset now, TimeZoneInfo zone)
    {
        var incident = view.Incident;
        var since = incident.Since is { } at ? Words.Moment(at, now, zone) : null;
        return incident.Alert.Kind switch
        {
            _ when incident.RemovalOrderedAt is not null => "is being taken away",
            AlertKind.StaleSignIn => $"last sign-in {since}",
            AlertKind.RedundantAssignment => since is null ? "never activated" : $"last activated {since}",
            AlertKind.SequentialActivationRenewals => $"{incident.Count} times, last {since}",
            AlertKind.RolesAssignedOutsidePrivilegedIdentityManagement
            or AlertKind.AzureRolesAssignedOutsidePrivilegedIdentityManagement => since is null
                ? null
                : $"given {since}",
            _ => view.Assignment is { } assignment ? AssignmentText.State(assignment, now, zone) : null,
        };
    }

    /// <summary>What a threshold's field asks for.</summary>
    public static string Label(AlertKind kind, AlertThreshold threshold)
    {
        var range = string.Create(CultureInfo.InvariantCulture, $"({threshold.Least} to {threshold.Most})");
        return (kind, threshold.Name) switch
        {
            (AlertKind.StaleSignIn, _) => $"Days without a sign-in {range}",
            (AlertKind.RedundantAssignment, _) => $"Days without an activation {range}",
            (AlertKind.SequentialActivationRenewals, AlertThresholdName.Count) => $"Activations or more {range}",
            (_, AlertThresholdName.Hours) => $"Within so many hours {range}",
            (_, AlertThresholdName.Percentage) => $"And more than so many per cent of all assignments {range}",
            (AlertKind.TooManyGlobalAdminsAssignedToTenant, _) => $"More global administrators than {range}",
            (AlertKind.TooManyPermanentOwnersAssignedToResource, _) => $"More permanent owners than {range}",
            _ => $"More owners than {range}",
        };
    }

    private static string Days(AlertThresholds thresholds) =>
        thresholds.Days == 1 ? "1 day" : $"{thresholds.Days} days";

    private static string Hours(AlertThresholds thresholds) =>
        Words.Duration(TimeSpan.FromHours(thresholds.Hours!.Value));
}
