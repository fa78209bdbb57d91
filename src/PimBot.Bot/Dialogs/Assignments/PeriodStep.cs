using PimBot.Bot.Commands;
using PimBot.Bot.Turns;
using PimBot.Bot.Wording;
using PimBot.Channel.Cards;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Dialogs.Assignments;

/// <summary>"For how long?": a period, an end, or permanently, as the role's settings allow.</summary>
internal sealed class PeriodStep : IAssignmentStep
{
    public const string StepName = "assignment-period";

    public string Name => StepName;

    public bool IsNeeded(AssignmentDialogState state, AssignmentSubject subject) => state.Period is null;

    public bool Mends(ReasonCode code) =>
        code
            is ReasonCode.AssignmentTooShort
                or ReasonCode.AssignmentTooLong
                or ReasonCode.PermanentNotAllowed
                or ReasonCode.EndInPast;

    public AssignmentQuestion Question(AssignmentDialogState state, AssignmentSubject subject)
    {
        var maximum = subject.PolicyOf(state.Type)?.Maximum;
        var most = maximum is { } longest ? $" At most {Words.Duration(longest)}." : "";
        var from = subject.Existing is null ? "" : ", from now";
        return state.PeriodInReason is { } words
            ? new($"For how long{from}?{most} Your reason ends with “{words}”: did you mean that?")
            {
                Offers = [(Capital(words), words), .. AssignmentText.Offers(maximum)],
            }
            : new($"For how long{from}?{most}") { Offers = AssignmentText.Offers(maximum) };
    }

    public string? Unread(AssignmentDialogState state) => null;

    public Task<AssignmentAnswer> AnswerAsync(
        TurnContext context,
        AssignmentDialogState state,
        AssignmentSubject subject,
        string text,
        CancellationToken cancellation
    )
    {
        var asked = AssignmentTextReader.Answer(text, new TextContext(context.Now, context.Zone, []));
        return Task.FromResult(
            asked.Period is { } period
                ? AssignmentAnswer.Accept(state.Lasting(period) with { Start = asked.Start ?? state.Start }) with
                {
                    Notes = asked.Notes,
                }
                : AssignmentAnswer.AskAgain(asked.Fault ?? AssignmentTimeFaults.NotAPeriod)
        );
    }

    private static string Capital(string words) => SafeText.Clean(char.ToUpperInvariant(words[0]) + words[1..], 60);

    public AssignmentDialogState Forget(AssignmentDialogState state) =>
        state.Lasting(null) with
        {
            PeriodInReason = null,
        };
}
