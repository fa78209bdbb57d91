using PimBot.Domain.Access;

namespace PimBot.Application.Access;

/// <summary>What a question about who holds a role thinks away, and whether it counts what is over before a pass came to it.</summary>
/// <param name="Without">An assignment that is thought away.</param>
/// <param name="Eligible">An active assignment that is thought to make its holder merely eligible.</param>
/// <param name="WithoutGrant">An activation that is thought away.</param>
/// <param name="CountsOverdue">
/// Whether what is over counts until a pass has looked at it. When several end before anybody looks, each is judged as
/// if the others went on, and the last of them stays: also one whose holder is a member of a group by another.
/// </param>
internal sealed record Supposing(
    Guid? Without = null,
    Guid? Eligible = null,
    GrantId? WithoutGrant = null,
    bool CountsOverdue = false
)
{
    public static readonly Supposing Nothing = new();

    public bool Counts(Assignment assignment, DateTimeOffset now) =>
        assignment.Id != Without
        && (
            assignment.HoldsAt(now)
            || (CountsOverdue && assignment.Stage is not AssignmentStage.Ended && assignment.IsOverAt(now))
        );

    public bool IsActive(Assignment assignment) =>
        assignment.Type is AssignmentType.Active && assignment.Id != Eligible;

    public bool Counts(Grant grant, DateTimeOffset now) =>
        grant.Id != WithoutGrant
        && (grant.IsActiveAt(now) || (CountsOverdue && grant.State is GrantState.Active && grant.Until <= now));
}
