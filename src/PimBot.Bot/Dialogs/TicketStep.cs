using PimBot.Bot.Commands;
using PimBot.Bot.Turns;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Dialogs;

/// <summary>"Which ticket?"</summary>
internal sealed class TicketStep : IDialogStep
{
    public const string StepName = "ticket";

    public string Name => StepName;

    public bool IsNeeded(ActivationDialogState state, ActivationSubject subject) =>
        state.TicketNumber is null && subject.Policy.Activation.Requires(ActivationRequirements.Ticket);

    public bool Mends(ReasonCode code) => code is ReasonCode.TicketRequired;

    public string Question(ActivationSubject subject) => "Which ticket is it for?";

    public IReadOnlyList<(string Title, string Value)> Offers(ActivationSubject subject) => [];

    public DialogAnswer Answer(
        TurnContext context,
        ActivationDialogState state,
        ActivationSubject subject,
        string text
    ) =>
        TicketScanner.Answer(text) is { } ticket
            ? DialogAnswer.Accept(state with { TicketNumber = ticket.Number, TicketSystem = ticket.System })
            : DialogAnswer.AskAgain("Give the ticket’s number, such as INC-1234.");

    public ActivationDialogState Forget(ActivationDialogState state) =>
        state with
        {
            TicketNumber = null,
            TicketSystem = null,
        };
}
