namespace PimBot.Bot.Commands.Phrases;

/// <summary>What the bot can do.</summary>
internal static class HelpPhrases
{
    public static IEnumerable<CommandPhrase> All { get; } =
        CommandPhrase.Of(
            PhraseTail.Ignored,
            static _ => new HelpCommand(),
            "help",
            "commands",
            "menu",
            "how does this work",
            "how do i",
            "how to",
            "what can you do",
            "what is this",
            "usage",
            "options",
            "man"
        );
}
