using PimBot.Application.Access;
using PimBot.Bot.Turns;
using PimBot.Bot.Verification;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Wizard;

/// <summary>Carries out what was chosen in the wizard, each by the use case that every change of an assignment goes through.</summary>
internal static class WizardChanger
{
    // Stands for a reason that is still to be typed.
    private const string StillToCome = "-";

    /// <summary>What each choice would lead to; nothing is changed.</summary>
    public static Task<IReadOnlyList<WizardChange>> TryAsync(
        TurnContext context,
        WizardRole role,
        IReadOnlyDictionary<Guid, WizardStep> choices,
        CancellationToken cancellation
    ) => RunAsync(context, role, choices, StillToCome, isTrial: true, cancellation);

    /// <summary>Changes what may be changed. The wizard never shows itself again once anything was.</summary>
    public static async Task<IReadOnlyList<WizardChange>> ApplyAsync(
        TurnContext context,
        WizardRole role,
        IReadOnlyDictionary<Guid, WizardStep> choices,
        string? reason,
        CancellationToken cancellation
    )
    {
        var changes = await RunAsync(context, role, choices, reason, isTrial: false, cancellation);
        var administration = context.Work.Administration;
        if (
            changes.Any(c => c.Outcome.IsAllowed)
            && await administration.FindMilestoneAsync(Milestone.WizardChanged, cancellation) is null
        )
        {
            administration.Record(new Milestone(Milestone.WizardChanged, context.Now, context.Person.Id));
        }

        return changes;
    }

    private static async Task<IReadOnlyList<WizardChange>> RunAsync(
        TurnContext context,
        WizardRole role,
        IReadOnlyDictionary<Guid, WizardStep> choices,
        string? reason,
        bool isTrial,
        CancellationToken cancellation
    )
    {
        var isVerified = await AdministratorVerification.IsVerifiedAsync(context, cancellation);
        var changes = new List<WizardChange>();
        foreach (var holder in role.Holders.Where(h => choices.ContainsKey(h.Assignment.Id)))
        {
            var step = choices[holder.Assignment.Id];
            var outcome = await ChangeAssignment.RunAsync(
                context.Work,
                Command(context, role, holder.Assignment, step, reason) with
                {
                    IsValidationOnly = isTrial,
                    IsVerified = isVerified,
                },
                cancellation
            );
            changes.Add(new WizardChange(holder, step, outcome));
        }

        return changes;
    }

    private static AssignmentCommand Command(
        TurnContext context,
        WizardRole role,
        Assignment assignment,
        WizardStep step,
        string? reason
    ) =>
        new()
        {
            Action = step is WizardStep.Remove ? RequestAction.AdminRemove : RequestAction.AdminUpdate,
            Actor = context.Person.Id,
            Assignment = assignment.Id,
            Ask = new AssignmentAsk
            {
                Type = step is WizardStep.Remove ? assignment.Type : AssignmentType.Eligible,
                // As long as the settings allow.
                End = step is WizardStep.Remove ? null : context.Now + role.Policy.Eligible.Maximum,
                Justification = reason,
            },
        };
}
