namespace PimBot.Bot.Commands.Phrases;

/// <summary>Leaving a dialog or withdrawing a request.</summary>
internal static class CancelPhrases
{
    public static IEnumerable<CommandPhrase> All { get; } =
        CommandPhrase.Of(
            PhraseTail.Nothing,
            static _ => new CancelCommand(),
            "cancel",
            "abort",
            "quit",
            "exit",
            "withdraw",
            "never mind",
            "nevermind",
            "nvm",
            "forget it",
            "forget about it",
            "undo"
        );
}
