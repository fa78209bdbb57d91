namespace PimBot.Api.Policies;

/// <summary>How long an assignment, or an activation, may last at most.</summary>
internal sealed record ExpirationRule : PolicyRule
{
    /// <summary>Whether the maximum is enforced; on activation it always is.</summary>
    public bool? IsExpirationRequired { get; init; }

    /// <summary>ISO 8601; merely offered where it is not enforced.</summary>
    public string? MaximumDuration { get; init; }
}
