using PimBot.Domain.Access;
using PimBot.Domain.Alerts;

namespace PimBot.Application.Alerts;

/// <summary>One alert as somebody may see it.</summary>
/// <param name="Alert">What was decided about it.</param>
/// <param name="Scope">Where it is.</param>
/// <param name="Incidents">How many incidents it has.</param>
/// <param name="Right">What the reader may do with it.</param>
public sealed record AlertView(Alert Alert, Scope Scope, int Incidents, AdministrationRight Right)
{
    public AlertKey Key => Alert.Key;

    public AlertDefinition Definition => Alert.Definition;

    /// <summary>Whether something should be done: it has incidents, and nobody dismissed it.</summary>
    public bool IsActive => Incidents > 0 && !Alert.IsDismissed && Alert.IsEnabled;

    public bool Manages => Right is AdministrationRight.Manage;
}
