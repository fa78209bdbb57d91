namespace PimBot.Api.Policies;

/// <summary>What must be given: <c>MultiFactorAuthentication</c>, <c>Justification</c>, <c>Ticketing</c>.</summary>
internal sealed record EnablementRule : PolicyRule
{
    public IReadOnlyList<string>? EnabledRules { get; init; }
}
