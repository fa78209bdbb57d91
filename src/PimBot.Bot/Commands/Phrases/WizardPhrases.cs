namespace PimBot.Bot.Commands.Phrases;

/// <summary>The walk through all privileged roles.</summary>
internal static class WizardPhrases
{
    public static IEnumerable<CommandPhrase> All { get; } =
        CommandPhrase.Of(
            PhraseTail.Ignored,
            static _ => new WizardCommand(),
            "wizard",
            "security wizard",
            "set up",
            "setup",
            "set up pimbot"
        );
}
