namespace PimBot.Bot.Commands;

/// <summary>What the clauses of an activation or extension said; null where they said nothing.</summary>
internal sealed record RequestAsked(string? RoleText, TimeAsked? When, string? Justification, TicketAsked? Ticket)
{
    /// <summary>The role was written as a whole name or alias, not found by where it stands.</summary>
    public bool NamesWholeRole { get; init; }

    /// <summary>The reason was put in quotes, so that nothing else is looked for in it.</summary>
    public bool QuotesReason { get; init; }
}
