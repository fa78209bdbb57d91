namespace PimBot.Api.Reviews;

/// <summary>A review to start.</summary>
/// <param name="RoleDefinitionId">The role.</param>
/// <param name="DirectoryScopeId">Where.</param>
/// <param name="Reviewers">Who reviews; empty: the members themselves.</param>
/// <param name="Settings">How.</param>
internal sealed record ReviewDefinitionBody(
    string RoleDefinitionId,
    string DirectoryScopeId,
    IReadOnlyList<ReviewerScope> Reviewers,
    ReviewSettingsResource Settings
)
{
    /// <summary>Missing: the role's name.</summary>
    public string? DisplayName { get; init; }

    /// <summary><c>eligible</c> or <c>active</c>; missing: both.</summary>
    public string? AssignmentType { get; init; }

    /// <summary>Who reviews what has no reviewer; missing: those who manage the scope.</summary>
    public IReadOnlyList<ReviewerScope>? FallbackReviewers { get; init; }

    /// <summary>When the first occurrence begins; missing: now.</summary>
    public DateTimeOffset? StartDateTime { get; init; }

    /// <summary>Whether it is only checked.</summary>
    public bool IsValidationOnly { get; init; }
}
