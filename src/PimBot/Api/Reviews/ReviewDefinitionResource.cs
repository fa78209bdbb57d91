using PimBot.Api.Access;
using PimBot.Domain.Reviews;

namespace PimBot.Api.Reviews;

/// <summary>A series of reviews (Graph's <c>accessReviewScheduleDefinition</c>).</summary>
internal sealed record ReviewDefinitionResource
{
    public required string Id { get; init; }

    public required string DisplayName { get; init; }

    /// <summary><c>InProgress</c> while an instance runs; otherwise <c>Active</c> (another lies ahead), <c>Completed</c> or <c>Stopped</c>.</summary>
    public required string Status { get; init; }

    public required string RoleDefinitionId { get; init; }

    public required string DirectoryScopeId { get; init; }

    /// <summary><c>eligible</c> or <c>active</c>; missing: both.</summary>
    public string? AssignmentType { get; init; }

    /// <summary>Empty: the members themselves.</summary>
    public required IReadOnlyList<ReviewerScope> Reviewers { get; init; }

    public required IReadOnlyList<ReviewerScope> FallbackReviewers { get; init; }

    public required DateTimeOffset StartDateTime { get; init; }

    public required DateTimeOffset CreatedDateTime { get; init; }

    public required IdentitySet CreatedBy { get; init; }

    public required ReviewSettingsResource Settings { get; init; }

    public static ReviewDefinitionResource Of(ReviewSeries series, bool isRunning) =>
        new()
        {
            Id = series.Id.ToString(),
            DisplayName = series.Name,
            Status =
                isRunning ? nameof(ReviewState.InProgress)
                : series.State is ReviewSeriesState.Ended ? nameof(ReviewState.Completed)
                : series.State.ToString(),
            RoleDefinitionId = series.Access.Role.Value,
            DirectoryScopeId = series.Access.Scope.Value,
            AssignmentType = series.Settings.Type is { } type ? Names.Of(type) : null,
            Reviewers = ReviewWords.Reviewers(series.Settings),
            FallbackReviewers = ReviewWords.People(series.Settings.Fallback),
            StartDateTime = series.First,
            CreatedDateTime = series.CreatedAt,
            CreatedBy = IdentitySet.Of(series.CreatedBy),
            Settings = ReviewWords.Settings(series.Settings),
        };
}
