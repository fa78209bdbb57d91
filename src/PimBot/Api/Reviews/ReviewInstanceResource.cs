using System.Text.Json.Serialization;
using PimBot.Domain.Reviews;

namespace PimBot.Api.Reviews;

/// <summary>One occurrence (Graph's <c>accessReviewInstance</c>).</summary>
internal sealed record ReviewInstanceResource
{
    public required string Id { get; init; }

    [JsonPropertyName("@pimbot.definitionId")]
    public required string DefinitionId { get; init; }

    /// <summary><c>NotStarted</c>, <c>InProgress</c>, <c>Completing</c>, <c>Completed</c>, <c>Applying</c>, <c>Applied</c> or <c>Stopped</c>.</summary>
    public required string Status { get; init; }

    public required DateTimeOffset StartDateTime { get; init; }

    /// <summary>The first instant at which an answer comes too late; missing before it began.</summary>
    public DateTimeOffset? EndDateTime { get; init; }

    public static ReviewInstanceResource Of(AccessReview review) =>
        new()
        {
            Id = review.Id.ToString(),
            DefinitionId = review.Series.ToString(),
            Status = review.State.ToString(),
            StartDateTime = review.StartedAt ?? review.ScheduledStart,
            EndDateTime = review.EndsAt,
        };
}
