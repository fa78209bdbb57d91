namespace PimBot.Bot.Commands;

/// <summary>A ticket as typed, without <c>#</c>. <paramref name="System"/> is null when it was not named.</summary>
internal sealed record TicketAsked(string? System, string Number);
