using PimBot.Bot.Commands;
using PimBot.Bot.Turns;
using PimBot.Bot.Wording;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Dialogs;

/// <summary>"For how long?": a duration, an end, or a start and either.</summary>
internal sealed class WhenStep : IDialogStep
{
    public const string StepName = "when";

    /// <summary>Asked where only the start is in doubt.</summary>
    public const string StartQuestion = "When shall it start?";

    public string Name => StepName;

    public static IReadOnlyList<(string Title, string Value)> StartOffers => [("Now", "now")];

    public bool IsNeeded(ActivationDialogState state, ActivationSubject subject) =>
        state.StartUnclear || (state.Minutes is null && state.Until is null);

    public bool Mends(ReasonCode code) =>
        code
            is ReasonCode.DurationTooLong
                or ReasonCode.DurationTooShort
                or ReasonCode.DurationNotWholeMinutes
                or ReasonCode.ExtensionNotLonger
                or ReasonCode.StartInPast
                or ReasonCode.StartTooFarAhead
                or ReasonCode.EligibilityEndsBeforeStart;

    public string Question(ActivationSubject subject) =>
        $"For how long{(subject.Extends is null ? "" : " from now")}? At most {Words.Duration(subject.Policy.Activation.Maximum)}.";

    public IReadOnlyList<(string Title, string Value)> Offers(ActivationSubject subject)
    {
        var longest = subject.Policy.Activation.Maximum;
        TimeSpan[] usual =
        [
            TimeSpan.FromMinutes(30),
            TimeSpan.FromHours(1),
            TimeSpan.FromHours(2),
            TimeSpan.FromHours(4),
        ];
        return [.. usual.Where(d => d < longest).Append(longest).Select(d => (Words.Duration(d), Words.Duration(d)))];
    }

    public DialogAnswer Answer(TurnContext context, ActivationDialogState state, ActivationSubject subject, string text)
    {
        if (!state.StartUnclear)
        {
            var answer = Take(state, TimeText.Parse(text, context.Now, context.Zone));
            var namesAnEnd = text.TrimStart().StartsWith("until", StringComparison.OrdinalIgnoreCase);
            return namesAnEnd && answer.Problem is not null ? DialogAnswer.AskAgain(answer.Problem) : answer;
        }

        var saysNow = text.Contains(Now, StringComparison.OrdinalIgnoreCase);
        var rest = text.Replace($"from {Now}", "", StringComparison.OrdinalIgnoreCase)
            .Replace(Now, "", StringComparison.OrdinalIgnoreCase);
        if (saysNow && rest.Trim().Length == 0 && state.Minutes is not null)
        {
            return DialogAnswer.Accept(state with { StartUnclear = false }, []);
        }

        var asked = TimeText.Parse(saysNow ? rest.Trim() : text, context.Now, context.Zone);
        var saysUntil = text.TrimStart().StartsWith("until", StringComparison.OrdinalIgnoreCase);
        if (
            asked is { Fault: null, Start: null, Duration: null, Until: { } moment }
            && !saysUntil
            && state.Minutes is not null
        )
        {
            return DialogAnswer.Accept(state with { StartUnclear = false, Start = moment }, []);
        }

        return asked is { Fault: null, Start: null } && !saysNow
            ? DialogAnswer.AskAgain(
                "You named a start before. Say it too: “tomorrow at 09:00 for 2 hours”, or “now for 2 hours”."
            )
            : Take(state, asked);
    }

    private const string Now = "now";

    /// <summary>Takes over what was said about time. Whether the role allows it is the policy's matter.</summary>
    public static DialogAnswer Take(ActivationDialogState state, TimeAsked asked) =>
        asked.Fault is { } fault
            ? new DialogAnswer(
                state with
                {
                    StartUnclear = state.StartUnclear || TimeFaults.ConcernsStart(fault),
                    Minutes = asked.Duration is { } certain ? (int)certain.TotalMinutes : state.Minutes,
                },
                fault,
                []
            )
            : DialogAnswer.Accept(
                state with
                {
                    StartUnclear = false,
                    Minutes =
                        asked.Duration is { } d ? (int)d.TotalMinutes
                        : asked.Until is null ? state.Minutes
                        : null,
                    Until = asked.Until,
                    Start = asked.Start ?? state.Start,
                },
                [.. asked.Notes.Select(n => n.Words)]
            );

    public ActivationDialogState Forget(ActivationDialogState state) =>
        state with
        {
            Minutes = null,
            Until = null,
            Start = null,
        };
}
