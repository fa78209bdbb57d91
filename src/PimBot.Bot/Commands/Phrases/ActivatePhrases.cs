namespace PimBot.Bot.Commands.Phrases;

/// <summary>Asking for a role.</summary>
internal static class ActivatePhrases
{
    public static IEnumerable<CommandPhrase> All { get; } =
        CommandPhrase.Of(
            PhraseTail.Read,
            static tail => Activation(tail.Request()),
            "activate",
            "activate me",
            "elevate me to",
            "elevate to",
            "request",
            "request access",
            "request access to",
            "request activation of",
            "get me",
            "get me in",
            "get me into",
            "give me",
            "grant me",
            "make me",
            "enable",
            "turn on",
            "switch on",
            "activation",
            "activation of",
            "become",
            "pim up",
            "apply for",
            "ask for",
            "get access to",
            "i want access to",
            "access to"
        );

    internal static ActivateCommand Activation(RequestAsked asked) =>
        new(asked.RoleText, asked.When, asked.Justification, asked.Ticket) { QuotesReason = asked.QuotesReason };
}
