using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Application.Access;

/// <summary>A request about an assignment with everything that a person needs to understand it, as it stands at <see cref="Now"/>.</summary>
public sealed record AssignmentRequestView
{
    public required DateTimeOffset Now { get; init; }

    public required AssignmentRequest Request { get; init; }

    public required Role Role { get; init; }

    public required Scope Scope { get; init; }

    /// <summary>Whom the assignment is for.</summary>
    public required Assignee Assignee { get; init; }

    /// <summary>Who asked.</summary>
    public required Person CreatedBy { get; init; }

    /// <summary>Who may be asked to decide at this moment; empty where it waits for no decision.</summary>
    public IReadOnlyList<Person> Asked { get; init; } = [];

    /// <summary>Who decided.</summary>
    public Person? Decider { get; init; }

    /// <summary>Who ended it otherwise, such as by taking it back.</summary>
    public Person? SettledBy { get; init; }

    /// <summary>The assignment as it is now; null when it is not made yet, or gone.</summary>
    public Assignment? Assignment { get; init; }

    /// <summary>The settings of the role at this scope.</summary>
    public required RolePolicy Policy { get; init; }
}
