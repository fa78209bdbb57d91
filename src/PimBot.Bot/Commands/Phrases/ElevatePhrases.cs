namespace PimBot.Bot.Commands.Phrases;

/// <summary>A Global Administrator takes the management of all Azure scopes for a time, and gives it back.</summary>
internal static class ElevatePhrases
{
    public static IEnumerable<CommandPhrase> All { get; } =
    [
        .. CommandPhrase.Of(
            PhraseTail.Read,
            static tail => Elevation(tail.Request()),
            "elevate",
            "elevate me",
            "elevate access",
            "elevate my access",
            "elevation"
        ),
        .. CommandPhrase.Of(
            PhraseTail.Nothing,
            static _ => new EndElevationCommand(),
            "end elevation",
            "stop elevation",
            "end my elevation",
            "de-elevate",
            "remove elevation",
            "give up elevation"
        ),
    ];

    // "Elevate me to Exchange Administrator" asks for a role.
    private static Command Elevation(RequestAsked asked) =>
        asked.RoleText is null
            ? new ElevateCommand(asked.When, asked.Justification, asked.Ticket)
            : ActivatePhrases.Activation(asked);
}
