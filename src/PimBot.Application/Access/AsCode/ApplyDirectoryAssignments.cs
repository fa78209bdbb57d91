using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;

namespace PimBot.Application.Access.AsCode;

/// <summary>Carries out a plan's changes of assignments.</summary>
internal static class ApplyDirectoryAssignments
{
    private const string NeedsSecond =
        "it touches an emergency account, which another administrator must confirm: change it in chat";

    /// <summary>Those of the plan's changes that <paramref name="which"/> chooses, in the plan's order.</summary>
    public static async Task RunAsync(
        DirectoryApplying applying,
        Func<DirectoryEdit<Assignment>, bool> which,
        CancellationToken cancellation
    )
    {
        foreach (var edit in applying.Plan.Assignments.Where(e => !e.IsDrift && which(e)))
        {
            // What is scheduled can't be moved to "now": it makes way for one that begins at once.
            var isMovedToNow =
                edit is { Before: { Start: { } start }, After: { } after }
                && start > applying.Work.Now
                && !(after.Start > applying.Work.Now);
            if (isMovedToNow)
            {
                await ChangeAsync(applying, edit with { After = null }, cancellation);
            }

            await ChangeAsync(applying, isMovedToNow ? edit with { Before = null } : edit, cancellation);
        }
    }

    private static async Task ChangeAsync(
        DirectoryApplying applying,
        DirectoryEdit<Assignment> edit,
        CancellationToken cancellation
    )
    {
        var about = (edit.After ?? edit.Before)!;
        var command = new AssignmentCommand
        {
            Action = edit switch
            {
                { Before: null } => RequestAction.AdminAssign,
                { After: null } => RequestAction.AdminRemove,
                _ => RequestAction.AdminUpdate,
            },
            Actor = applying.Actor,
            IsByOperator = applying.IsByOperator,
            Principal = about.Principal,
            Access = about.Access,
            Assignment = edit.Before?.Id,
            Ask = new AssignmentAsk
            {
                Type = about.Type,
                Start = about.Start,
                End = about.End,
                Justification = applying.Justification,
            },
        };
        var decision = await ChangeAssignment.RunAsync(applying.Work, command, cancellation);
        var why = decision switch
        {
            { Refusal: { Code: not ReasonCode.NothingToChange } refusal } => DirectoryRefusalWords.Of(refusal),
            { Value.WaitsFor: PendingReason.SecondAdministrator } => NeedsSecond,
            { Value.WaitsFor: PendingReason.AnotherOwner } => DirectoryRefusalWords.Of(
                Refusal.Because(ReasonCode.LastGroupOwner)
            ),
            _ => null,
        };
        if (why is not null)
        {
            applying.Refuse(DirectoryAssignmentEntries.Of(edit, applying.Names).Single().Words, why);
        }
    }
}
