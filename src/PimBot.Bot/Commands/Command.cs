namespace PimBot.Bot.Commands;

/// <summary>What a person asked for in chat. It carries their words, never authority: use cases decide.</summary>
internal abstract record Command;

internal sealed record HelpCommand : Command;

internal sealed record MyRolesCommand : Command;

/// <summary>What was not said is null and is asked for later. <paramref name="RoleText"/> is as typed.</summary>
internal sealed record ActivateCommand(string? RoleText, TimeAsked? When, string? Justification, TicketAsked? Ticket)
    : Command
{
    /// <summary>The reason was put in quotes, so that nothing else is looked for in it.</summary>
    public bool QuotesReason { get; init; }
}

internal sealed record MyRequestsCommand : Command;

/// <summary>Leaves the dialog under way, or withdraws a pending request.</summary>
internal sealed record CancelCommand : Command;

internal sealed record EndCommand(string? RoleText) : Command;

internal sealed record ExtendCommand(string? RoleText, TimeAsked? When, string? Justification, TicketAsked? Ticket)
    : Command
{
    /// <summary>The same words as an order about a standing assignment: "extend Bob's Exchange Administrator for 3 months".</summary>
    public AssignmentAsked? Assignment { get; init; }
}

/// <summary>An administrator gives a role to a person or a group.</summary>
/// <param name="Asked">What was said.</param>
/// <param name="Changes">Whether what there is already is meant to be changed: "make Bob eligible for …".</param>
internal sealed record AssignCommand(AssignmentAsked Asked, bool Changes = false) : Command;

/// <summary>An administrator takes a role from a person or a group.</summary>
internal sealed record RemoveCommand(AssignmentAsked Asked) : Command;

/// <summary>An administrator makes an assignment, or all of a role, permanently active.</summary>
internal sealed record MakePermanentCommand(AssignmentAsked Asked) : Command;

/// <summary>An administrator moves the end of an assignment.</summary>
internal sealed record ProlongCommand(AssignmentAsked Asked) : Command;

/// <summary>Who holds a role, or may activate it.</summary>
internal sealed record MembersCommand(AssignmentAsked Asked) : Command;

/// <summary>What waits for an administrator.</summary>
internal sealed record PendingCommand : Command;

/// <summary>A holder asks to have an assignment extended.</summary>
internal sealed record ExtendEligibilityCommand(AssignmentAsked Asked) : Command;

/// <summary>A holder asks to have an assignment renewed; of a running activation it means more time.</summary>
internal sealed record RenewCommand(AssignmentAsked Asked, ExtendCommand Running) : Command;

/// <summary>A Global Administrator takes the management of all Azure scopes for a time; for others it means activating.</summary>
internal sealed record ElevateCommand(TimeAsked? When, string? Justification, TicketAsked? Ticket) : Command;

internal sealed record EndElevationCommand : Command;

internal sealed record ApprovalsCommand : Command;

internal sealed record StatusCommand : Command;

/// <summary>Somebody wants to prove to be themselves.</summary>
internal sealed record VerifyCommand : Command;

/// <summary>
/// Not understood. <paramref name="Text"/> is what was typed, cleaned and at most
/// <see cref="TypedText.MaximumLength"/> characters; <paramref name="Suggestions"/> are one to three names of commands,
/// nearest first, each of which <see cref="CommandParser"/> understands.
/// </summary>
internal sealed record UnknownCommand(string Text, IReadOnlyList<string> Suggestions) : Command;
