namespace PimBot.Bot.Commands.Phrases;

/// <summary>A holder asks to have an assignment extended before its end, or renewed after it.</summary>
internal static class WishPhrases
{
    public static IEnumerable<CommandPhrase> All { get; } =
    [
        .. CommandPhrase.Of(
            PhraseTail.Read,
            static tail => new ExtendEligibilityCommand(AssignmentTextReader.Read(tail)),
            "extend eligibility",
            "extend my eligibility",
            "extend eligibility for",
            "extend my eligibility for",
            "extend eligibility of",
            "extend assignment",
            "extend my assignment",
            "extend my assignment of",
            "ask to extend"
        ),
        .. CommandPhrase.Of(
            PhraseTail.Read,
            static tail => new RenewCommand(AssignmentTextReader.Read(tail), ExtendPhrases.Extension(tail.Extension())),
            "renew",
            "renew my",
            "renew eligibility",
            "renew my eligibility",
            "renew eligibility for",
            "renew my eligibility for",
            "renew assignment",
            "renew my assignment",
            "ask to renew"
        ),
    ];
}
