using PimBot.Domain.Activations;

namespace PimBot.Api.Access;

/// <summary>A ticket (Graph's <c>ticketInfo</c>).</summary>
/// <param name="TicketNumber">At most 64 characters.</param>
/// <param name="TicketSystem">At most 64 characters.</param>
internal sealed record TicketInfo(string? TicketNumber = null, string? TicketSystem = null)
{
    public static TicketInfo? Of(Ticket? ticket) => ticket is null ? null : new(ticket.Number, ticket.System);

    public Ticket? ToTicket() => string.IsNullOrWhiteSpace(TicketNumber) ? null : new(TicketNumber, TicketSystem);
}
