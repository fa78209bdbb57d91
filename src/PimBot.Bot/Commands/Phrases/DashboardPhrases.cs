namespace PimBot.Bot.Commands.Phrases;

/// <summary>The overview of an administrator, and one's own.</summary>
internal static class DashboardPhrases
{
    public static IEnumerable<CommandPhrase> All { get; } =
    [
        .. CommandPhrase.Of(
            PhraseTail.Ignored,
            static _ => new DashboardCommand(IsOwn: false),
            "dashboard",
            "overview",
            "admin dashboard",
            "admin overview"
        ),
        .. CommandPhrase.Of(
            PhraseTail.Ignored,
            static _ => new DashboardCommand(IsOwn: true),
            "my view",
            "my dashboard"
        ),
    ];
}
