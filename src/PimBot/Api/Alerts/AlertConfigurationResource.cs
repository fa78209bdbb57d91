using System.Text.Json.Serialization;
using PimBot.Api.Answers;
using PimBot.Application.Alerts;

namespace PimBot.Api.Alerts;

/// <summary>When an alert warns (Graph's <c>unifiedRoleManagementAlertConfiguration</c> and those that derive from it).</summary>
internal sealed record AlertConfigurationResource
{
    public required string Id { get; init; }

    public required string AlertDefinitionId { get; init; }

    public required string ScopeId { get; init; }

    public required string ScopeType { get; init; }

    /// <summary>Whether it is looked for at all.</summary>
    public required bool IsEnabled { get; init; }

    [JsonPropertyName("@pimbot.isDefault")]
    public required bool IsDefault { get; init; }

    /// <summary>Of unused roles and stale accounts: how long without an activation, or a sign-in; whole days.</summary>
    public TimeSpan? Duration { get; init; }

    public int? GlobalAdminCountThreshold { get; init; }

    public int? PercentageOfGlobalAdminsOutOfRolesThreshold { get; init; }

    public int? SequentialActivationCounterThreshold { get; init; }

    /// <summary>Whole hours.</summary>
    public TimeSpan? TimeIntervalBetweenActivations { get; init; }

    public int? ThresholdNumberOfOwners { get; init; }

    public int? ThresholdNumberOfPermanentOwners { get; init; }

    /// <summary>What <c>If-Match</c> must say to change it.</summary>
    [JsonPropertyName("@odata.etag")]
    public string? ETag { get; init; }

    public static AlertConfigurationResource Of(AlertView view)
    {
        var values = AlertThresholdMembers.Of(view.Key.Kind, view.Alert.Thresholds);
        var shown = new AlertConfigurationResource
        {
            Id = $"{AlertResource.ScopeTypeOf(view.Scope)}_{view.Key.Scope}_{view.Definition.Id}",
            AlertDefinitionId = view.Definition.Id,
            ScopeId = view.Key.Scope.Value,
            ScopeType = AlertResource.ScopeTypeOf(view.Scope),
            IsEnabled = view.Alert.IsEnabled,
            IsDefault = view.Alert.Set is null,
            Duration = values.Duration,
            GlobalAdminCountThreshold = values.GlobalAdminCountThreshold,
            PercentageOfGlobalAdminsOutOfRolesThreshold = values.PercentageOfGlobalAdminsOutOfRolesThreshold,
            SequentialActivationCounterThreshold = values.SequentialActivationCounterThreshold,
            TimeIntervalBetweenActivations = values.TimeIntervalBetweenActivations,
            ThresholdNumberOfOwners = values.ThresholdNumberOfOwners,
            ThresholdNumberOfPermanentOwners = values.ThresholdNumberOfPermanentOwners,
        };
        return shown with { ETag = EntityTag.Of(shown) };
    }
}
