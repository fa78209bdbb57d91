namespace PimBot.Bot.Commands.Phrases;

/// <summary>What is active and what is under way.</summary>
internal static class StatusPhrases
{
    public static IEnumerable<CommandPhrase> All { get; } =
        CommandPhrase.Of(
            PhraseTail.Ignored,
            static _ => new StatusCommand(),
            "status",
            "my status",
            "what's the status",
            "what is the status",
            "state",
            "what's active",
            "what is active",
            "active roles",
            "my active roles",
            "am i active",
            "what am i",
            "what do i have",
            "current"
        );
}
