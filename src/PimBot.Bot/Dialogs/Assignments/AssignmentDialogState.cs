using System.Text.Json.Serialization;
using PimBot.Application.Access;
using PimBot.Bot.Commands;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;

namespace PimBot.Bot.Dialogs.Assignments;

/// <summary>What a dialog about an assignment knows so far. Kept as JSON between turns, over restarts and days.</summary>
internal sealed record AssignmentDialogState
{
    /// <summary>Version of this form; a state of another form is dropped, and the person is asked anew.</summary>
    public const int CurrentSchema = 1;

    public int Schema { get; init; } = CurrentSchema;

    /// <summary>Tells this dialog's cards from those of earlier ones.</summary>
    public required string Id { get; init; }

    /// <summary>What is to be done: an administrator assigns, or a holder asks to have an assignment extended or renewed.</summary>
    public required RequestAction Action { get; init; }

    /// <summary>Name of the step that waits for an answer.</summary>
    public string? Step { get; init; }

    /// <summary>The question as it was asked.</summary>
    public string? Question { get; init; }

    /// <summary>The assignment that a holder asks about.</summary>
    public Guid? Assignment { get; init; }

    /// <summary>Words that were said for a role, and not yet looked up.</summary>
    public string? RoleText { get; init; }

    /// <summary>Words that were said for a place, and not yet looked up.</summary>
    public string? PlaceText { get; init; }

    /// <summary>Words that were said for a person or group, and not yet looked up.</summary>
    public string? WhoText { get; init; }

    /// <summary>Words at the end of the reason that may be how long: offered, never taken.</summary>
    public string? PeriodInReason { get; init; }

    /// <summary>The name of a place at the end of the reason: offered, never taken.</summary>
    public string? PlaceInReason { get; init; }

    public string? Role { get; init; }

    public string? Scope { get; init; }

    public string? Person { get; init; }

    public string? Group { get; init; }

    public AssignmentType? Type { get; init; }

    public long? Minutes { get; init; }

    public DateTimeOffset? Until { get; init; }

    public bool IsPermanent { get; init; }

    public DateTimeOffset? Start { get; init; }

    public string? Justification { get; init; }

    /// <summary>What follows was read, and agreed to.</summary>
    public bool IsConfirmed { get; init; }

    [JsonIgnore]
    public RoleScope? Access =>
        (Role, Scope) is ({ } role, { } scope) ? new RoleScope(new RoleId(role), new ScopeId(scope)) : null;

    [JsonIgnore]
    public Principal? Principal =>
        Person is { } person ? Domain.Access.Principal.Of(new PersonId(person))
        : Group is { } group ? Domain.Access.Principal.Of(new GroupId(group))
        : null;

    [JsonIgnore]
    public PeriodAsked? Period =>
        IsPermanent ? PeriodAsked.Permanent
        : Until is { } until ? PeriodAsked.Ending(until)
        : Minutes is { } minutes ? PeriodAsked.Lasting(TimeSpan.FromMinutes(minutes))
        : null;

    public AssignmentDialogState For(Assignee assignee) =>
        this with
        {
            Person = assignee.Principal.Person?.Value,
            Group = assignee.Principal.Group?.Value,
        };

    public AssignmentDialogState Lasting(PeriodAsked? period) =>
        this with
        {
            Minutes = period?.Length is { } length ? (long)length.TotalMinutes : null,
            Until = period?.Until,
            IsPermanent = period?.IsPermanent is true,
        };

    /// <summary>What the assignment is to be. A length counts from its start, or from now for what runs already.</summary>
    public AssignmentAsk Ask(DateTimeOffset now) =>
        new()
        {
            Type = Type ?? AssignmentType.Eligible,
            Start = Start,
            End = Period?.EndFrom(Start ?? now),
            Justification = Justification,
        };
}
