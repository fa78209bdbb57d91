using PimBot.Bot.Wording;
using PimBot.Domain.Access;
using PimBot.Domain.Alerts;

namespace PimBot.Api.Alerts;

/// <summary>What an alert is (Graph's <c>unifiedRoleManagementAlertDefinition</c>).</summary>
internal sealed record AlertDefinitionResource
{
    public required string Id { get; init; }

    public required string DisplayName { get; init; }

    /// <summary>When it warns.</summary>
    public required string Description { get; init; }

    /// <summary>What to do about it.</summary>
    public required string MitigationSteps { get; init; }

    /// <summary><c>low</c>, <c>medium</c> or <c>high</c>.</summary>
    public required string SeverityLevel { get; init; }

    /// <summary>Whether it has thresholds.</summary>
    public required bool IsConfigurable { get; init; }

    /// <summary>Whether PimBot can fix its incidents.</summary>
    public required bool IsRemediatable { get; init; }

    public static AlertDefinitionResource Of(AlertDefinition definition) =>
        new()
        {
            Id = definition.Id,
            DisplayName = AlertWords.Title(definition.Kind),
            Description = AlertWords.Trigger(Alert.New(new AlertKey(definition.Kind, ScopeId.Directory))),
            MitigationSteps = AlertWords.Advice(definition.Kind),
            SeverityLevel = Access.Names.Of(definition.Severity),
            IsConfigurable = definition.Thresholds.Count > 0,
            IsRemediatable = definition.Fix is not AlertFix.None,
        };
}
