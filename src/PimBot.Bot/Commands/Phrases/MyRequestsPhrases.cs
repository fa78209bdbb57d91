namespace PimBot.Bot.Commands.Phrases;

/// <summary>What the person asked for and how it stands.</summary>
internal static class MyRequestsPhrases
{
    public static IEnumerable<CommandPhrase> All { get; } =
        CommandPhrase.Of(
            PhraseTail.Ignored,
            static _ => new MyRequestsCommand(),
            "my requests",
            "requests",
            "my request",
            "my pending requests",
            "my open requests",
            "pending requests of mine",
            "request status",
            "status of my request",
            "what's the status of my request",
            "what is the status of my request",
            "where is my request",
            "how is my request",
            "status of my requests",
            "what did i request",
            "what have i requested"
        );
}
