namespace PimBot.Bot.Commands.Phrases;

/// <summary>What waits for the person to decide. Typed words never decide: that takes the card.</summary>
internal static class ApprovalsPhrases
{
    public static IEnumerable<CommandPhrase> All { get; } =
        CommandPhrase.Of(
            PhraseTail.Ignored,
            static _ => new ApprovalsCommand(),
            "approvals",
            "approval",
            "pending approvals",
            "my approvals",
            "my pending approvals",
            "open approvals",
            "waiting approvals",
            "approve",
            "deny",
            "reject",
            "approval requests",
            "what do i have to approve",
            "what should i approve"
        );
}
