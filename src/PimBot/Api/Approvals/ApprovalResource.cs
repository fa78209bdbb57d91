using System.Text.Json.Serialization;
using PimBot.Api.Access;

namespace PimBot.Api.Approvals;

/// <summary>
/// What waits for the caller's decision: an activation, a holder's wish for more time, or the confirmation of what touches
/// an emergency account. Its one step is itself.
/// </summary>
internal sealed record ApprovalResource
{
    /// <summary>The request's id.</summary>
    public required string Id { get; init; }

    /// <summary><c>activation</c>, <c>administratorDecision</c> or <c>secondAdministrator</c>.</summary>
    [JsonPropertyName("@pimbot.kind")]
    public required string Kind { get; init; }

    /// <summary><c>InProgress</c>, or <c>Completed</c>.</summary>
    public required string Status { get; init; }

    public bool AssignedToMe => true;

    /// <summary><c>NotReviewed</c>, <c>Approve</c> or <c>Deny</c>.</summary>
    public required string ReviewResult { get; init; }

    public string? Justification { get; init; }

    public IdentitySet? ReviewedBy { get; init; }

    public DateTimeOffset? ReviewedDateTime { get; init; }

    /// <summary>From when on a decision comes too late.</summary>
    [JsonPropertyName("@pimbot.decideBy")]
    public DateTimeOffset? DecideBy { get; init; }

    /// <summary>What is decided on.</summary>
    public required ScheduleRequestResource Request { get; init; }

    /// <summary>What <c>If-Match</c> must say to decide.</summary>
    [JsonPropertyName("@odata.etag")]
    public required string ETag { get; init; }
}
