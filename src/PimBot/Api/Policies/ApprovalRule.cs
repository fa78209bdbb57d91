using System.Text.Json.Serialization;

namespace PimBot.Api.Policies;

/// <summary>Whether activation needs approval, and by whom. The target comes first, as it is published.</summary>
internal sealed record ApprovalRule : PolicyRule
{
    [JsonPropertyOrder(20)]
    public ApprovalSetting? Setting { get; init; }
}
