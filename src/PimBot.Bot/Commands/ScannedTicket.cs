namespace PimBot.Bot.Commands;

/// <summary>A ticket found among tokens, and the index of the token after it.</summary>
internal sealed record ScannedTicket(TicketAsked Ticket, int Next);
