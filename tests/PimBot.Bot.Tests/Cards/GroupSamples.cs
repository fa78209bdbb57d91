using PimBot.Bot.Cards;
using PimBot.Domain.Activations;

namespace PimBot.Bot.Tests.Cards;

/// <summary>What everybody in a group chat or channel sees, and cards that clients fetch anew by themselves.</summary>
internal static class GroupSamples
{
    private static readonly string[] Approvers = ["29:1-bob", "29:1-carol"];

    public static IReadOnlyList<CardSample> All { get; } =
    [
        new(
            typeof(ChannelApprovalCard),
            "open",
            c => ChannelApprovalCard.For(RequestViews.Later(RequestViews.Pending(c)), Approvers),
            IsFullest: true
        ),
        new(
            typeof(ChannelApprovalCard),
            "open-approvers-unknown",
            c => ChannelApprovalCard.For(RequestViews.Extending(RequestViews.Pending(c)), [])
        ),
        new(
            typeof(ChannelApprovalCard),
            "open-many-approvers",
            c => ChannelApprovalCard.For(RequestViews.Pending(c), [.. Enumerable.Range(1, 75).Select(i => $"29:1-{i}")])
        ),
        new(
            typeof(ChannelApprovalCard),
            "approved",
            c => ChannelApprovalCard.For(RequestViews.Approved(c, RequestState.Provisioned), Approvers)
        ),
        new(
            typeof(ApprovalCard),
            "open-fetched-anew",
            c =>
            {
                var view = RequestViews.Pending(c);
                return ApprovalCard.For(view, RequestViews.Zone).Refreshing(Verbs.ShowApproval, view, ["29:1-bob"]);
            }
        ),
        new(
            typeof(GroupHelpCard),
            "channel",
            c => GroupHelpCard.For($"19:{c.Typed.Length}{c.Role.Name}@thread.tacv2", isChannel: true),
            IsFullest: true
        ),
        new(typeof(GroupHelpCard), "group-chat", _ => GroupHelpCard.For("19:0123456789abcdef@thread.v2", false)),
    ];
}
