using PimBot.Application.Policies;
using PimBot.Bot.Cards;
using PimBot.Bot.Turns;
using PimBot.Bot.Wording;
using PimBot.Channel.Cards;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Settings;

/// <summary>Judges a filled form, asks for confirmation where it matters, and saves it by the use case. Each step answers with a card.</summary>
internal static class SettingsEditor
{
    /// <param name="context">The turn.</param>
    /// <param name="view">The settings as they are now.</param>
    /// <param name="form">What was filled in.</param>
    /// <param name="version">The version that it was filled in from.</param>
    /// <param name="isConfirmed">Whether the consequence was read.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<AdaptiveCard> SubmitAsync(
        TurnContext context,
        PolicyView view,
        SettingsForm form,
        int? version,
        bool isConfirmed,
        CancellationToken cancellation
    )
    {
        var proposal = await SettingsFormReader.ReadAsync(context.Work, view.Policy, form, cancellation);
        if (version is { } seen && seen != view.Policy.Version)
        {
            // The second click on Save finds what the first one saved.
            return proposal.Policy is { } same && (await ChangesAsync(context, view, same, cancellation)).Count == 0
                ? SettingsCard.For(view, ["These settings are in force."])
                : SettingsFormCard.For(view, form, [Meanwhile(view, form.Section)]);
        }

        if (proposal.Policy is not { } wanted)
        {
            return SettingsFormCard.For(view, form, proposal.Problems);
        }

        var refusal = await ChangePolicy.CheckAsync(context.Work, wanted, view.Role, view.Scope, cancellation);
        if (refusal is not null)
        {
            return SettingsFormCard.For(view, form, Say(context, view, refusal));
        }

        var changes = await ChangesAsync(context, view, wanted, cancellation);
        if (changes.Count == 0)
        {
            return SettingsCard.For(view);
        }

        return !isConfirmed && SettingsEffects.Matters(changes)
            ? SettingsConfirmCard.For(view, form, changes, SettingsEffects.Say(view, changes))
            : await SaveAsync(context, view, form, wanted, changes, cancellation);
    }

    private static async Task<AdaptiveCard> SaveAsync(
        TurnContext context,
        PolicyView view,
        SettingsForm form,
        RolePolicy wanted,
        IReadOnlyList<SettingsChange> changes,
        CancellationToken cancellation
    )
    {
        var decision = await ChangePolicy.RunAsync(
            context.Work,
            new ChangePolicyCommand(context.Person.Id, wanted, view.Policy.Version),
            cancellation
        );
        if (!decision.IsAllowed)
        {
            return SettingsFormCard.For(view, form, Say(context, view, decision.Refusal));
        }

        var after = await PolicyReader.ViewAsync(context.Work, context.Person.Id, wanted.Access, cancellation);
        return SettingsCard.For(
            after ?? view with { Policy = decision.Value },
            [.. changes.Select(c => c.Words)],
            SettingsEffects.Matters(changes) ? SettingsEffects.Say(view, changes) : null
        );
    }

    private static async Task<IReadOnlyList<SettingsChange>> ChangesAsync(
        TurnContext context,
        PolicyView view,
        RolePolicy wanted,
        CancellationToken cancellation
    ) =>
        SettingsChanges.Between(
            view.Policy,
            wanted,
            view.Role.Kind,
            view.Approvers,
            await PolicyReader.NamesAsync(context.Work, wanted.Activation.Approvers, cancellation)
        );

    private static IReadOnlyList<string> Say(TurnContext context, PolicyView view, Refusal refusal) =>
        refusal switch
        {
            { Faults.Count: > 0 } => [.. refusal.Faults.Select(f => f.Words)],
            { Code: ReasonCode.LastApprover } =>
            [
                "Nobody of these could approve now. Name somebody who is enabled, or a group or role that has such members.",
            ],
            { Code: ReasonCode.ChangedMeanwhile } =>
            [
                "Somebody else changed these settings at the same time. Look at them, and try again.",
            ],
            { Code: ReasonCode.NotAdministrator } =>
            [
                "You may see these settings, but not change them. Ask an administrator of this role.",
            ],
            _ => [Refusals.Say(refusal, new RefusalContext(context.Now, context.Zone, view.Role.Name))],
        };

    private static string Meanwhile(PolicyView view, SettingsSection section) =>
        "Somebody else changed these settings meanwhile. "
        + section switch
        {
            SettingsSection.Activation =>
                $"Now the longest activation is {Words.Duration(view.Policy.Activation.Maximum)}; asked for: {PolicyWords.Required(view.Policy.Activation)}; approval: {(view.Policy.Activation.Requires(ActivationRequirements.Approval) ? PolicyWords.Approvers(view.Approvers, view.Role.Kind) : "not needed")}.",
            SettingsSection.Assignment =>
                $"Now eligible: {PolicyWords.Longest(view.Policy.Eligible)}; active: {PolicyWords.Longest(view.Policy.Active)}.",
            _ => "Press Back to see what they are now.",
        }
        + " What you filled in stands below: save it again if it is still right.";
}
