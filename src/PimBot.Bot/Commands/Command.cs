namespace PimBot.Bot.Commands;

/// <summary>What a person asked for in chat. It carries their words, never authority: use cases decide.</summary>
internal abstract record Command;

internal sealed record HelpCommand : Command;

internal sealed record MyRolesCommand : Command;

/// <summary>What was not said is null and is asked for later. <paramref name="RoleText"/> is as typed.</summary>
internal sealed record ActivateCommand(string? RoleText, TimeAsked? When, string? Justification, TicketAsked? Ticket)
    : Command;

internal sealed record MyRequestsCommand : Command;

/// <summary>Leaves the dialog under way, or withdraws a pending request.</summary>
internal sealed record CancelCommand : Command;

internal sealed record EndCommand(string? RoleText) : Command;

internal sealed record ExtendCommand(string? RoleText, TimeAsked? When, string? Justification, TicketAsked? Ticket)
    : Command;

internal sealed record ApprovalsCommand : Command;

internal sealed record StatusCommand : Command;

/// <summary>
/// Not understood. <paramref name="Text"/> is what was typed, cleaned and at most
/// <see cref="TypedText.MaximumLength"/> characters; <paramref name="Suggestions"/> are one to three names of commands,
/// nearest first, each of which <see cref="CommandParser"/> understands.
/// </summary>
internal sealed record UnknownCommand(string Text, IReadOnlyList<string> Suggestions) : Command;
