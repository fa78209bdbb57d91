namespace PimBot.Bot.Cards;

/// <summary>The verbs of PimBot's cards. Kept for good: cards live for ever in the history.</summary>
internal static class Verbs
{
    /// <summary>Says a command, as if typed.</summary>
    public const string Say = "say";
    public const string ChooseRole = "role.choose";
    public const string SubmitRequest = "request.submit";
    public const string ShowRequest = "request.show";
    public const string CancelRequest = "request.cancel";
    public const string Approve = "approval.approve";
    public const string Deny = "approval.deny";
    public const string ShowApproval = "approval.show";
    public const string EndGrant = "grant.end";
    public const string ExtendGrant = "grant.extend";
    public const string AnswerDialog = "dialog.answer";
    public const string CancelDialog = "dialog.cancel";
}
