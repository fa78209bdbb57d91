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
        CommandPhrase.Of(PhraseTail.Read, tail => Read(verb, tail), phrases);

    // What follows "because" is the reason: a name or a number in it means no alert.
    private static AlertCommand Read(AlertVerb verb, CommandTail tail)
    {
        var (typed, end) = (tail.Typed, tail.Typed.Tokens.Count);
        var opener = tail.From;
        while (opener < end && Openers.SkipReason(typed.Tokens, opener) == opener)
        {
            opener++;
        }

        var reason = opener < end ? typed.Prose(Openers.SkipReason(typed.Tokens, opener), end) : null;
        return new AlertCommand(verb, SettingsText.Between(typed, tail.From, opener), reason);
    }
}
