namespace PimBot.Bot.Commands.Phrases;

/// <summary>Asking for more time.</summary>
internal static class ExtendPhrases
{
    public static IEnumerable<CommandPhrase> All { get; } =
        CommandPhrase.Of(
            PhraseTail.Read,
            static tail => Extension(tail.Extension()) with { Assignment = AssignmentTextReader.Read(tail) },
            "extend",
            "prolong",
            "extend my",
            "lengthen",
            "extension",
            "extension of",
            "more time",
            "more time for",
            "continue"
        );

    internal static ExtendCommand Extension(RequestAsked asked) =>
        new(asked.RoleText, asked.When, asked.Justification, asked.Ticket);
}
