using System.Text.Json.Serialization;
using PimBot.Api.Access;
using PimBot.Api.Answers;
using PimBot.Application.Reviews;
using PimBot.Domain.Reviews;

namespace PimBot.Api.Reviews;

/// <summary>One assignment under review (Graph's <c>accessReviewInstanceDecisionItem</c>).</summary>
internal sealed record ReviewDecisionResource
{
    public required string Id { get; init; }

    public required string AccessReviewId { get; init; }

    /// <summary>The person's or the group's id.</summary>
    public required string PrincipalId { get; init; }

    public required string PrincipalDisplayName { get; init; }

    /// <summary><c>eligible</c> or <c>active</c>.</summary>
    public required string AssignmentType { get; init; }

    /// <summary>Since when they have it; missing: from before PimBot.</summary>
    public DateTimeOffset? SinceDateTime { get; init; }

    public DateTimeOffset? LastActivationDateTime { get; init; }

    public DateTimeOffset? LastSignInDateTime { get; init; }

    /// <summary><c>Approve</c> or <c>Deny</c>; missing where recommendations are off.</summary>
    public string? Recommendation { get; init; }

    /// <summary><c>NotReviewed</c>, <c>Approve</c>, <c>Deny</c> or <c>DontKnow</c>.</summary>
    public required string Decision { get; init; }

    public string? Justification { get; init; }

    public IdentitySet? ReviewedBy { get; init; }

    public DateTimeOffset? ReviewedDateTime { get; init; }

    /// <summary>What became of it: <c>open</c>, <c>kept</c>, <c>toRemove</c>, <c>removed</c>, <c>refused</c>, <c>waiting</c>, <c>gone</c> or <c>changed</c>.</summary>
    public required string ApplyResult { get; init; }

    /// <summary>Why it could not be removed, or not yet.</summary>
    [JsonPropertyName("@pimbot.reason")]
    public string? Reason { get; init; }

    /// <summary>What <c>If-Match</c> must say to answer.</summary>
    [JsonPropertyName("@odata.etag")]
    public string? ETag { get; init; }

    public static ReviewDecisionResource Of(ReviewItemView view, AccessReview review)
    {
        var item = view.Item;
        var made = new ReviewDecisionResource
        {
            Id = item.Id.ToString("D"),
            AccessReviewId = item.Review.ToString(),
            PrincipalId = item.Principal.Person?.Value ?? item.Principal.Group!.Value.Value,
            PrincipalDisplayName = view.Assignee.Name,
            AssignmentType = Names.Of(item.Type),
            SinceDateTime = item.Since,
            LastActivationDateTime = item.LastActivation,
            LastSignInDateTime = item.LastSignIn,
            Recommendation = review.Settings.ShowsRecommendations ? item.Recommendation.Verdict.ToString() : null,
            Decision = (item.Answer?.Verdict ?? item.Decided ?? ReviewVerdict.NotReviewed).ToString(),
            Justification = item.Answer?.Reason,
            ReviewedBy = item.Answer is { } answer ? IdentitySet.Of(answer.By) : null,
            ReviewedDateTime = item.Answer?.At,
            ApplyResult = Names.Of(item.Result),
            Reason = item.Reason?.ToString(),
        };
        return made with { ETag = EntityTag.Of(made) };
    }
}
