using System.Text.Json.Serialization;

namespace PimBot.Api.Policies;

/// <summary>Graph's <c>unifiedApprovalStage</c>.</summary>
internal sealed record ApprovalStage
{
    /// <summary>In whole days; rounded up where <see cref="Window"/> says it exactly.</summary>
    public int? ApprovalStageTimeOutInDays { get; init; }

    public bool? IsApproverJustificationRequired { get; init; }

    /// <summary>0: there is no escalation by time.</summary>
    public int? EscalationTimeInMinutes { get; init; }

    /// <summary>False, for the same reason.</summary>
    public bool? IsEscalationEnabled { get; init; }

    public IReadOnlyList<ApproverSet>? PrimaryApprovers { get; init; }

    /// <summary>None, for the same reason.</summary>
    public IReadOnlyList<ApproverSet>? EscalationApprovers { get; init; }

    /// <summary>Ours: how long approvers have, where that is no number of whole days.</summary>
    [JsonPropertyName("@pimbot.approvalWindow")]
    public string? Window { get; init; }
}
