using PimBot.Bot.Dialogs.Assignments;

namespace PimBot.Bot.Dialogs.Reviews;

/// <summary>What a step made of an answer: the next state, or why it is asked again.</summary>
/// <param name="State">Null: the question is asked again.</param>
/// <param name="Problem">What was wrong.</param>
/// <param name="Narrower">Asked instead, where the answer left a choice.</param>
internal sealed record ReviewStepAnswer(
    ReviewDialogState? State,
    string? Problem = null,
    AssignmentQuestion? Narrower = null
);
