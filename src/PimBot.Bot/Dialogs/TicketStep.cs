using PimBot.Bot.Turns;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Dialogs;

/// <summary>"Which ticket?"</summary>
internal sealed class TicketStep : IDialogStep
{
    public string Name => "ticket";

    public bool IsNeeded(ActivationDialogState state, ActivationSubject subject) =>
        state.TicketNumber is null && subject.Policy.Activation.Requires(ActivationRequirements.Ticket);

    public bool Mends(ReasonCode code) => code is ReasonCode.TicketRequired;

    public string Question(ActivationSubject subject) => "Which ticket is it for?";

    public IReadOnlyList<(string Title, string Value)> Offers(ActivationSubject subject) => [];

    public DialogAnswer Answer(TurnContext context, ActivationDialogState state, ActivationSubject subject, string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .SkipWhile(w => w.TrimEnd(':').Equals("ticket", StringComparison.OrdinalIgnoreCase))
            .ToArray();
        return words switch
        {
            [var number] when Looks(number) => Accept(state, null, number),
            [var system, var number] when Looks(number) => Accept(state, system, number),
            _ => DialogAnswer.AskAgain("Give the ticket’s number, such as INC-1234."),
        };
    }

    public ActivationDialogState Forget(ActivationDialogState state) =>
        state with
        {
            TicketNumber = null,
            TicketSystem = null,
        };

    private static DialogAnswer Accept(ActivationDialogState state, string? system, string number) =>
        DialogAnswer.Accept(state with { TicketNumber = number.TrimStart('#'), TicketSystem = system });

    private static bool Looks(string word) => word.Length <= ActivationAsk.LongestTicket && word.Any(char.IsAsciiDigit);
}
