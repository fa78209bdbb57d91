namespace PimBot.Bot.Commands.Phrases;

/// <summary>What administrators say about standing assignments.</summary>
internal static class AssignmentPhrases
{
    public static IEnumerable<CommandPhrase> All { get; } =
    [
        .. CommandPhrase.Of(
            PhraseTail.Read,
            static tail => new AssignCommand(AssignmentTextReader.Read(tail, isNew: true)),
            "assign",
            "assign role",
            "assign roles",
            "assign a role",
            "give",
            "grant",
            "add",
            "new assignment",
            "assignment of",
            "appoint"
        ),
        .. CommandPhrase.Of(
            PhraseTail.Read,
            static tail => new AssignCommand(AssignmentTextReader.Read(tail, isNew: true), Changes: true),
            "make",
            "convert",
            "change assignment of"
        ),
        .. Of(
            static asked => new RemoveCommand(asked),
            "remove",
            "unassign",
            "remove assignment",
            "remove assignment of",
            "take away",
            "withdraw assignment of"
        ),
        .. Of(
            static asked => new MakePermanentCommand(asked),
            "make permanent",
            "make it permanent",
            "roll back",
            "rollback"
        ),
        .. Of(static asked => new ProlongCommand(asked), "shorten", "prolong assignment of", "extend assignment of"),
        .. Of(
            static asked => new MembersCommand(asked),
            "members",
            "members of",
            "member of",
            "holders",
            "holders of",
            "who has",
            "who holds",
            "who can activate",
            "who is eligible for",
            "who is in",
            "assignments",
            "assignments of",
            "assignments for"
        ),
    ];

    private static IEnumerable<CommandPhrase> Of(Func<AssignmentAsked, Command> read, params string[] phrases) =>
        CommandPhrase.Of(PhraseTail.Read, tail => read(AssignmentTextReader.Read(tail)), phrases);
}
