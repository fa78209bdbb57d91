namespace PimBot.Bot.Commands.Phrases;

/// <summary>Proving to be oneself by a second factor.</summary>
internal static class VerifyPhrases
{
    public static IEnumerable<CommandPhrase> All { get; } =
        CommandPhrase.Of(
            PhraseTail.Ignored,
            static _ => new VerifyCommand(),
            "verify",
            "verify me",
            "verify it's me",
            "verification"
        );
}
