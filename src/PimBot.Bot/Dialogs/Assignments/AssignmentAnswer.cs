namespace PimBot.Bot.Dialogs.Assignments;

/// <summary>What a step made of an answer.</summary>
/// <param name="State">Null: the question is asked again, knowing no more than before.</param>
/// <param name="Problem">Why it is asked again.</param>
internal sealed record AssignmentAnswer(AssignmentDialogState? State, string? Problem)
{
    /// <summary>How the answer was understood, where it could have meant something else.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Asked instead, where the answer left a choice.</summary>
    public AssignmentQuestion? Narrower { get; init; }

    public static AssignmentAnswer Accept(AssignmentDialogState state) => new(state, null);

    public static AssignmentAnswer AskAgain(string problem) => new(null, problem);

    public static AssignmentAnswer AskWhich(AssignmentQuestion question) => new(null, null) { Narrower = question };
}
