namespace PimBot.Bot.Commands.Phrases;

/// <summary>Giving a role back early.</summary>
internal static class EndPhrases
{
    public static IEnumerable<CommandPhrase> All { get; } =
        CommandPhrase.Of(
            PhraseTail.Read,
            static tail => new EndCommand(tail.Role()),
            "end",
            "deactivate",
            "de-activate",
            "stop",
            "release",
            "stop using",
            "finish",
            "give back",
            "give up",
            "hand back",
            "drop",
            "revoke",
            "disable",
            "turn off",
            "switch off",
            "done with",
            "done",
            "i'm done",
            "i am done",
            "i'm done with",
            "i am done with",
            "am done with",
            "end access",
            "end access to"
        );
}
