using PimBot.Application.Access;
using PimBot.Bot.Commands;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Dialogs.Assignments;

/// <summary>A change of an assignment that waits for its confirmation, with what stands in the fields as text.</summary>
internal sealed record AssignmentChangeForm(
    AssignmentChange Change,
    string? Period = null,
    string? Other = null,
    string? Reason = null
)
{
    /// <summary>The page of the members from which it was asked for; null: it was typed.</summary>
    public int? Page { get; init; }

    /// <summary>Whether an end must be known.</summary>
    public bool NeedsPeriod =>
        Change is AssignmentChange.MakeEligible or AssignmentChange.MakeActive or AssignmentChange.Prolong;

    /// <summary>What the assignment is to be of; a removal leaves it.</summary>
    public AssignmentType TypeOf(Assignment existing) =>
        Change switch
        {
            AssignmentChange.MakePermanent or AssignmentChange.MakeActive => AssignmentType.Active,
            AssignmentChange.MakeEligible => AssignmentType.Eligible,
            _ => existing.Type,
        };

    public AssignmentPolicy PolicyFor(Assignment existing, RolePolicy policy) =>
        TypeOf(existing) is AssignmentType.Eligible ? policy.Eligible : policy.Active;

    public bool RequiresReason(Assignment existing, RolePolicy policy) =>
        Change is not AssignmentChange.Remove
        && PolicyFor(existing, policy).Require.HasFlag(ActivationRequirements.Justification);

    /// <summary>The order; or what was wrong with the time.</summary>
    public (AssignmentCommand? Command, string? Problem) Read(
        AssignmentView view,
        PersonId actor,
        DateTimeOffset now,
        TimeZoneInfo zone
    )
    {
        var existing = view.Assignment;
        var ask = new AssignmentAsk { Type = TypeOf(existing), Justification = Reason };
        if (NeedsPeriod)
        {
            var read = AssignmentTextReader.Answer(Other ?? Period ?? "", new TextContext(now, zone, []));
            if (read.Period is not { } period)
            {
                return (null, read.Fault ?? AssignmentTimeFaults.NotAPeriod);
            }

            ask = ask with { Start = read.Start, End = period.EndFrom(read.Start ?? now) };
        }

        return (
            new AssignmentCommand
            {
                Action = ActionOf(existing, ask, now),
                Actor = actor,
                Assignment = existing.Id,
                Ask = ask,
            },
            null
        );
    }

    private RequestAction ActionOf(Assignment existing, AssignmentAsk ask, DateTimeOffset now) =>
        Change switch
        {
            AssignmentChange.Remove => RequestAction.AdminRemove,
            _ when existing.IsOverAt(now) => RequestAction.AdminRenew,
            AssignmentChange.Prolong when ask.End is null || ask.End > existing.End => RequestAction.AdminExtend,
            _ => RequestAction.AdminUpdate,
        };
}
