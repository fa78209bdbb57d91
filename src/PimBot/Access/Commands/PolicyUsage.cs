namespace PimBot.Access.Commands;

/// <summary>What the command line can do, in words.</summary>
internal static class PolicyUsage
{
    public const string Text = """
        PimBot                                    starts the bot
        PimBot policy export <file|->             writes everything in the store to a file (- is JSON on stdout)
        PimBot policy validate <file>             checks a file; needs no database
        PimBot policy plan <file> [--prune] [--json]
                                                  says in what the store and the file differ; changes nothing
        PimBot policy apply <file> [--prune] [--yes] [--create] [--as <person>] [--reason <text>]
                                                  makes the store what the file says, all of it or nothing
        PimBot audit verify [export]              says whether the audit was tampered with; more by PimBot audit --help

        A file is JSON (.json) or YAML (.yaml, .yml).
          --prune   remove assignments, and end series of access reviews, that the file lacks; without it they stay, and
                    are shown
          --json    the plan for machines
          --yes     don't ask; the plan is shown when it is done
          --create  make the database where there is none yet, before PimBot was ever started, and load the whole file
          --as      the administrator in whose name it is done, by id or user principal name; their rights are checked.
                    Without it whoever runs the command does it, and is "operator" in the audit
          --reason  why, for roles whose settings ask whoever assigns them; the file's name unless given

        All but validate need the database that the bot made at its first start; a mistyped one is refused.
        Settings (Storage:Engine, ConnectionStrings:PimBot) are those of the bot: appsettings.json, the environment, or
        --ConnectionStrings:PimBot="Data Source=data/pimbot.db".

        Exit code: 0 done, valid, or nothing differs; 2 plan found differences, drift included; 1 anything else.
        """;
}
