namespace PimBot.Audit.Commands;

/// <summary>What <c>PimBot audit</c> can do, in words.</summary>
internal static class AuditUsage
{
    public const string Text = """
        PimBot audit verify [export] [--anchors <file>] [--until <time>] [--filtered] [--json]

        Says whether the audit is the one that was written, and if not, what was changed, deleted, swapped, inserted, cut
        off or rewritten; an end that an export lacks is seen by its anchors alone. Without a file it is the bot's own
        store (which may be running); with one, an export as JSON Lines.
          --anchors   what was anchored; for the store it is Audit:Anchor:File unless given. Without anchors a chain that
                      was rewritten to its very end can't be told from the true one
          --until     leaves out anchors that were set later: when the export was made, such as 2026-03-02T09:00:00Z
          --filtered  the export is of a search, or what one person may see: entries are left out of it, and what was
                      deleted can't be told from them
          --json      the findings for machines

        Settings (Storage:Engine, ConnectionStrings:PimBot, Audit:Anchor:File, Audit:Anchor:Key) are those of the bot:
        appsettings.json, the environment, or --ConnectionStrings:PimBot="Data Source=data/pimbot.db".

        Exit code: 0 intact; 2 tampered with; 1 it could not be verified.
        """;
}
