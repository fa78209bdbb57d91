using PimBot.Application.Access;
using PimBot.Bot.Wizard;
using PimBot.Channel.Cards;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Cards;

/// <summary>What the chosen changes would mean, before they are made.</summary>
internal static class WizardConfirmCard
{
    public const string ReasonInput = "reason";

    /// <param name="role">The role.</param>
    /// <param name="page">The page that they were chosen on.</param>
    /// <param name="changes">What was chosen, tried.</param>
    /// <param name="refused">Why some can't be made, in words.</param>
    public static AdaptiveCard For(
        WizardRole role,
        int page,
        IReadOnlyList<WizardChange> changes,
        IReadOnlyList<string> refused
    )
    {
        var allowed = changes.Where(c => c.Outcome.IsAllowed).ToList();
        var consequences = WizardWords.Consequences(role, changes).ToList();
        var body = new List<AdaptiveElement>
        {
            CardParts.Heading(
                allowed.Count == 0
                    ? CardText.Of($"Nothing can be changed: {role.Role.Name}")
                    : CardText.Of($"Change who holds {role.Role.Name}?")
            ),
        };
        body.AddRange(consequences.Select(c => CardParts.Line(CardText.Escaped(c))));
        body.AddRange(
            WizardWords.Warnings(role, changes).Select(w => CardParts.Band(ContainerStyle.Warning, CardText.Escaped(w)))
        );
        body.AddRange(refused.Select(r => CardParts.Band(ContainerStyle.Attention, CardText.Escaped(r))));
        if (allowed.Count > 0)
        {
            body.Add(Reason(role, allowed));
        }

        var choices = allowed.ToDictionary(c => c.Holder.Assignment.Id, c => c.Step);
        var back = CardParts.Button(
            "Back",
            Verbs.OpenWizardRole,
            WizardChoices.AddTo(WizardRoleCard.DataOf(role, page), choices)
        ) with
        {
            AssociatedInputs = AssociatedInputs.None,
        };
        return CardParts.Card(
            CardText.Of($"Change who holds {role.Role.Name}? {string.Join(' ', consequences)}"),
            body,
            allowed.Count == 0
                ? [back]
                :
                [
                    CardParts.Button(
                        allowed.Count == 1 ? "Change 1 assignment" : $"Change {allowed.Count} assignments",
                        Verbs.ApplyWizard,
                        WizardChoices.AddTo(WizardRoleCard.DataOf(role, page), choices),
                        ActionStyle.Destructive
                    ),
                    back,
                ]
        );
    }

    private static InputText Reason(WizardRole role, IReadOnlyList<WizardChange> allowed)
    {
        var isRequired =
            role.Policy.Eligible.Require.HasFlag(ActivationRequirements.Justification)
            && allowed.Any(c => c.Step is WizardStep.MakeEligible);
        return new InputText
        {
            Id = ReasonInput,
            Label = isRequired ? "Why" : "Why (for the audit; may stay empty)",
            MaxLength = ActivationAsk.LongestJustification,
            IsRequired = isRequired ? true : null,
            ErrorMessage = isRequired ? "Give the reason." : null,
        };
    }
}
