using PimBot.Bot.Commands;
using PimBot.Bot.Turns;

namespace PimBot.Bot.Dialogs;

/// <summary>The state that a dialog starts with: what the command said already.</summary>
internal static class DialogStart
{
    /// <summary>The second part is what was wrong with the time that was said; null: nothing.</summary>
    public static (ActivationDialogState State, string? Problem) From(
        TurnContext context,
        TimeAsked? when,
        string? justification,
        TicketAsked? ticket
    )
    {
        var state = new ActivationDialogState
        {
            Id = context.Turn.Key[..16],
            Justification = justification,
            TicketNumber = ticket?.Number,
            TicketSystem = ticket?.System,
        };
        if (when is null)
        {
            return (state, null);
        }

        var answer = WhenStep.Take(state, when);
        foreach (var note in answer.Notes)
        {
            context.Say(note);
        }

        return (answer.State ?? state, answer.Problem);
    }
}
