using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;

namespace PimBot.Bot.Cards;

/// <summary>What the card of an assignment's notice is made from, as of its delivery.</summary>
internal sealed record AssignmentWordView
{
    public required AssignmentNotice Notice { get; init; }

    public required DateTimeOffset Now { get; init; }

    public required Role Role { get; init; }

    public required Scope Scope { get; init; }

    /// <summary>Whom it is for, or null where it is a group's.</summary>
    public Person? Assignee { get; init; }

    public Group? Group { get; init; }

    /// <summary>The request that the notice is about.</summary>
    public AssignmentRequest? Request { get; init; }

    /// <summary>The assignment as it is now; null: it is gone.</summary>
    public Assignment? Assignment { get; init; }

    /// <summary>Who asked for, or ordered, what the request says.</summary>
    public Person? By { get; init; }

    /// <summary>Who decided it.</summary>
    public Person? Decider { get; init; }

    /// <summary>Whether the reader is who the assignment is for, by themselves or as a member of the group.</summary>
    public bool IsTheirs { get; init; }

    /// <summary>The administrator who did it: who granted a wish, else who ordered it.</summary>
    public Person? DoneBy => Request?.Action is RequestAction.SelfExtend or RequestAction.SelfRenew ? Decider : By;

    /// <summary>Whether the reader can activate the role now.</summary>
    public bool MayActivate =>
        IsTheirs && Assignment is { Type: AssignmentType.Eligible } assignment && assignment.HoldsAt(Now);

    public AssignmentType Type => Assignment?.Type ?? Request?.Ask.Type ?? Notice.Type;

    public DateTimeOffset? End => Assignment is null ? Notice.End : Assignment.End;

    public DateTimeOffset? Start => Assignment?.Start;

    /// <summary>The name of the person or group that it is for.</summary>
    public string Whom => Assignee?.Name ?? Group?.Name ?? "a group that is gone";
}
