namespace PimBot.Bot.Dialogs;

/// <summary>What a step made of an answer: the next state, or what was wrong with it.</summary>
/// <param name="State">Null: the question is asked again, knowing no more than before.</param>
/// <param name="Problem">Why it is asked again.</param>
/// <param name="Notes">How the answer was understood, where it could have meant something else.</param>
internal sealed record DialogAnswer(ActivationDialogState? State, string? Problem, IReadOnlyList<string> Notes)
{
    public static DialogAnswer Accept(ActivationDialogState state, params IReadOnlyList<string> notes) =>
        new(state, null, notes);

    public static DialogAnswer AskAgain(string problem) => new(null, problem, []);
}
