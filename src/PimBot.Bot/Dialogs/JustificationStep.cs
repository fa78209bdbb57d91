using PimBot.Bot.Turns;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Dialogs;

/// <summary>"Why?"</summary>
internal sealed class JustificationStep : IDialogStep
{
    public const string StepName = "justification";

    public string Name => StepName;

    public bool IsNeeded(ActivationDialogState state, ActivationSubject subject) =>
        state.Justification is null && subject.Policy.Activation.Requires(ActivationRequirements.Justification);

    public bool Mends(ReasonCode code) => code is ReasonCode.JustificationRequired;

    public string Question(ActivationSubject subject) => "Why do you need it?";

    public IReadOnlyList<(string Title, string Value)> Offers(ActivationSubject subject) => [];

    public DialogAnswer Answer(
        TurnContext context,
        ActivationDialogState state,
        ActivationSubject subject,
        string text
    ) =>
        text.Length > ActivationAsk.LongestJustification
            ? DialogAnswer.AskAgain($"Please keep it within {ActivationAsk.LongestJustification} characters.")
        : InertText.Clean(text, ActivationAsk.LongestJustification) is { } reason
            ? DialogAnswer.Accept(state with { Justification = reason })
        : DialogAnswer.AskAgain("Give the reason in words that others can read.");

    public ActivationDialogState Forget(ActivationDialogState state) => state with { Justification = null };
}
