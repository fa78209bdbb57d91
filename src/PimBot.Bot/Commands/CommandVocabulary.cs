using PimBot.Bot.Commands.Phrases;

namespace PimBot.Bot.Commands;

/// <summary>Every phrase that the bot understands.</summary>
internal static class CommandVocabulary
{
    public static IReadOnlyList<CommandPhrase> All { get; } =
    [
        .. HelpPhrases.All,
        .. MyRolesPhrases.All,
        .. ActivatePhrases.All,
        .. MyRequestsPhrases.All,
        .. CancelPhrases.All,
        .. EndPhrases.All,
        .. ExtendPhrases.All,
        .. ApprovalsPhrases.All,
        .. StatusPhrases.All,
        .. VerifyPhrases.All,
        .. AssignmentPhrases.All,
        .. PendingPhrases.All,
        .. WishPhrases.All,
        .. ElevatePhrases.All,
        .. SettingsPhrases.All,
        .. DashboardPhrases.All,
        .. WizardPhrases.All,
        .. AuditPhrases.All,
        .. AlertPhrases.All,
        .. ReviewPhrases.All,
        .. OpenReviewPhrases.All,
    ];
}
