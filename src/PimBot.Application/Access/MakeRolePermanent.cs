using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;

namespace PimBot.Application.Access;

/// <summary>Rolls PIM back for a role: everybody who is eligible for it becomes its permanent holder (PIM's "Make permanent").</summary>
public static class MakeRolePermanent
{
    /// <summary>More are left as they are; do it again.</summary>
    public const int Most = 500;

    /// <returns>What became of each eligible assignment at this very scope; refused ones are left as they were.</returns>
    public static async Task<IReadOnlyList<(Assignment Eligible, Decision<AssignmentRequest> Outcome)>> RunAsync(
        IPimUnitOfWork work,
        PersonId actor,
        RoleScope access,
        string? justification,
        bool isVerified,
        CancellationToken cancellation
    )
    {
        var filter = new AssignmentFilter
        {
            Role = access.Role,
            Scope = access.Scope,
            Type = AssignmentType.Eligible,
        };
        var outcomes = new List<(Assignment, Decision<AssignmentRequest>)>();
        foreach (var eligible in await work.Assignments.ListAsync(filter, Most, cancellation))
        {
            outcomes.Add((eligible, await ForOneAsync(work, actor, eligible, justification, isVerified, cancellation)));
        }

        return outcomes;
    }

    /// <summary>Makes one eligible, or time-bound, assignment permanently active.</summary>
    public static Task<Decision<AssignmentRequest>> ForOneAsync(
        IPimUnitOfWork work,
        PersonId actor,
        Assignment assignment,
        string? justification,
        bool isVerified,
        CancellationToken cancellation
    ) =>
        ChangeAssignment.RunAsync(
            work,
            new AssignmentCommand
            {
                Action = RequestAction.AdminUpdate,
                Actor = actor,
                Assignment = assignment.Id,
                IsVerified = isVerified,
                Ask = new AssignmentAsk { Type = AssignmentType.Active, Justification = justification },
            },
            cancellation
        );
}
