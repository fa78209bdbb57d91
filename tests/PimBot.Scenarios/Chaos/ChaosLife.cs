using System.Text.Json.Nodes;
using PimBot.Domain.Activations;
using PimBot.Domain.Approvals;
using PimBot.Testing;

namespace PimBot.Scenarios.Chaos;

/// <summary>One request of one person, what people did about it, and what they were answered.</summary>
internal sealed class ChaosLife(TestPerson requester, IReadOnlyList<TestPerson> approvers, string role, Plan plan)
{
    public TestPerson Requester => requester;

    public IReadOnlyList<TestPerson> Approvers => approvers;

    public Plan Plan => plan;

    /// <summary>Set when the request is there.</summary>
    public RequestId? Request { get; set; }

    /// <summary>Whether anybody followed the plan: nobody clicks a card that never came.</summary>
    public bool SomebodyActs { get; private set; }

    public JsonObject Ask() => requester.Writes($"activate {role} for 30m because of chaos");

    /// <summary>What people send about the request, in no order.</summary>
    public IEnumerable<JsonObject> Decisions()
    {
        var clicks = new List<JsonObject>();
        if (plan is Plan.Approve or Plan.ApproveAndDeny or Plan.ApproveAndCancel)
        {
            clicks.AddRange(Click(approvers[0], "approval.approve"));
        }

        if (plan is Plan.Deny or Plan.ApproveAndDeny)
        {
            clicks.AddRange(Click(approvers[1], "approval.deny"));
        }

        if (plan is Plan.Cancel or Plan.ApproveAndCancel)
        {
            clicks.AddRange(Click(requester, "request.cancel"));
        }

        SomebodyActs = clicks.Count > 0;
        return clicks;
    }

    /// <summary>Whether the request may have ended so.</summary>
    public bool Allows(ActivationRequest request) =>
        (request.State, request.Decision?.Verdict) switch
        {
            (RequestState.Revoked, Verdict.Approve) => plan
                is Plan.Approve
                    or Plan.ApproveAndDeny
                    or Plan.ApproveAndCancel,
            (RequestState.Denied, Verdict.Deny) => plan is Plan.Deny or Plan.ApproveAndDeny,
            (RequestState.Canceled, _) => plan is Plan.Cancel or Plan.ApproveAndCancel,
            (RequestState.TimedOut, null) => !SomebodyActs,
            _ => false,
        };

    /// <summary>The cards of this request that the person has.</summary>
    public IEnumerable<ChatMessage> CardsOf(TestPerson person, string verb) =>
        person.Messages.Where(message =>
            message.Card is { } card && CardAction.Of(card).Any(button => button.Verb == verb && IsMine(button))
        );

    private IEnumerable<JsonObject> Click(TestPerson person, string verb)
    {
        var card = CardsOf(person, verb).LastOrDefault();
        if (card is null)
        {
            return [];
        }

        var button = CardAction.Of(card.Card!).First(known => known.Verb == verb);
        var data = button.Action["data"]!.DeepClone().AsObject();
        data["reason"] = "chaos";
        return
        [
            person.WouldClick(
                card,
                new JsonObject
                {
                    ["type"] = "Action.Execute",
                    ["verb"] = verb,
                    ["data"] = data,
                }
            ),
        ];
    }

    private bool IsMine(CardAction button) =>
        Request is { } id && button.Action["data"]?["request"]?.ToString() == id.Value.ToString("N");
}
