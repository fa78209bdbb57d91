using PimBot.Bot.Turns;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Dialogs;

/// <summary>One question of a dialog: whether it must be asked, how, and what an answer means.</summary>
internal interface IDialogStep
{
    string Name { get; }

    /// <summary>Whether the role's policy needs an answer that is not known yet.</summary>
    bool IsNeeded(ActivationDialogState state, ActivationSubject subject);

    /// <summary>Whether a refusal for this reason is mended by another answer to this question.</summary>
    bool Mends(ReasonCode code);

    string Question(ActivationSubject subject);

    /// <summary>Answers to click: title and value.</summary>
    IReadOnlyList<(string Title, string Value)> Offers(ActivationSubject subject);

    DialogAnswer Answer(TurnContext context, ActivationDialogState state, ActivationSubject subject, string text);

    /// <summary>Without the answer to this question.</summary>
    ActivationDialogState Forget(ActivationDialogState state);
}
