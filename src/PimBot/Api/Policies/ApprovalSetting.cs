using System.Text.Json.Serialization;

namespace PimBot.Api.Policies;

/// <summary>Graph's <c>approvalSettings</c>.</summary>
internal sealed record ApprovalSetting
{
    public bool? IsApprovalRequired { get; init; }

    /// <summary>False, as published.</summary>
    public bool? IsApprovalRequiredForExtension { get; init; }

    /// <summary>True, as published; whether a reason is required is said by the enablement rule alone.</summary>
    public bool? IsRequestorJustificationRequired { get; init; }

    /// <summary><c>SingleStage</c>.</summary>
    public string? ApprovalMode { get; init; }

    /// <summary>Exactly one.</summary>
    public IReadOnlyList<ApprovalStage>? ApprovalStages { get; init; }

    /// <summary>Ours: the channel where approvers are asked; missing: in their own chats only.</summary>
    [JsonPropertyName("@pimbot.approversChannel")]
    public ApprovalChannel? Channel { get; init; }
}
