namespace PimBot.Bot.Commands.Phrases;

/// <summary>Which roles the person may activate or holds.</summary>
internal static class MyRolesPhrases
{
    public static IEnumerable<CommandPhrase> All { get; } =
        CommandPhrase.Of(
            PhraseTail.Ignored,
            static _ => new MyRolesCommand(),
            "my roles",
            "roles",
            "eligible roles",
            "my eligible roles",
            "my access",
            "what can i do",
            "what can i activate",
            "what can i have",
            "what roles",
            "what are my roles",
            "which roles",
            "what access",
            "eligible",
            "eligibility",
            "available roles"
        );
}
