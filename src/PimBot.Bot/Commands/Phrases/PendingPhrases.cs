namespace PimBot.Bot.Commands.Phrases;

/// <summary>What waits: for administrators everything in their scopes, for others what they may decide.</summary>
internal static class PendingPhrases
{
    public static IEnumerable<CommandPhrase> All { get; } =
        CommandPhrase.Of(
            PhraseTail.Ignored,
            static _ => new PendingCommand(),
            "pending",
            "pending requests",
            "all pending",
            "all pending requests",
            "everything pending",
            "what is pending",
            "what's pending",
            "what waits"
        );
}
