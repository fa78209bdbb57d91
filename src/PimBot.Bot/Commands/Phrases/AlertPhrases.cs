namespace PimBot.Bot.Commands.Phrases;

/// <summary>What looks dangerous, and what is done about it. Which alert is meant may follow.</summary>
internal static class AlertPhrases
{
    public static IEnumerable<CommandPhrase> All { get; } =
    [
        .. Of(AlertVerb.Show, "alerts", "alert", "show alerts", "show alert", "list alerts", "security alerts"),
        .. Of(AlertVerb.Dismiss, "dismiss alert", "dismiss alerts", "dismiss the alert", "dismiss"),
        .. Of(AlertVerb.Restore, "restore alert", "restore alerts", "restore the alert", "restore"),
        .. Of(AlertVerb.Fix, "fix alert", "fix alerts", "fix the alert", "fix"),
        .. Of(
            AlertVerb.Configure,
            "alert settings",
            "alert settings of",
            "alert settings for",
            "settings of alert",
            "settings alert",
            "set alert",
            "configure alert"
        ),
        .. CommandPhrase.Of(
            PhraseTail.Ignored,
            static _ => new ScanCommand(),
            "scan",
            "scan now",
            "scan alerts",
            "scan for alerts",
            "refresh alerts"
        ),
    ];

    private static IEnumerable<CommandPhrase> Of(AlertVerb verb, params string[] phrases) =>
        CommandPhrase.Of(
            PhraseTail.Read,
            tail => new AlertCommand(verb, SettingsText.Between(tail.Typed, tail.From, tail.Typed.Tokens.Count)),
            phrases
        );
}
