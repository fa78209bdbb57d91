using System.Text.Json.Nodes;
using PimBot.Bot.Actions;
using PimBot.Bot.Dialogs.Assignments;
using PimBot.Channel.Cards;

namespace PimBot.Bot.Cards;

/// <summary>One question about an assignment, or a review: answered by typing, by a button, or by picking.</summary>
internal static class AssignmentQuestionCard
{
    public const string PickInput = "pick";

    /// <summary>What stands on the button: its value may be an id.</summary>
    public const string TitleKey = "title";
    private const int InARow = 3;

    /// <param name="dialog">Id of the dialog.</param>
    /// <param name="step">Name of the step.</param>
    /// <param name="subject">What is known so far.</param>
    /// <param name="question">The question with its answers.</param>
    /// <param name="problem">What was wrong with the last answer; null: nothing.</param>
    /// <param name="openForm">The verb that shows all questions on one form.</param>
    public static AdaptiveCard For(
        string dialog,
        string step,
        string subject,
        AssignmentQuestion question,
        string? problem,
        string openForm = Verbs.OpenAssignmentForm
    )
    {
        var picks = question.PicksPeople || question.Choices.Count > 0;
        var how = picks || question.Offers.Count > 0 ? "Choose, or type your answer." : "Type your answer.";
        var body = new List<AdaptiveElement>
        {
            CardParts.Heading(CardText.Escaped(question.Text)),
            CardParts.Subtle(CardText.Of($"{subject}. {CardText.Literal(how)}")),
        };
        if (problem is not null)
        {
            body.Add(CardParts.Band(ContainerStyle.Attention, CardText.Escaped(problem)));
        }

        body.AddRange(question.Consequences.Select(s => CardParts.Line(CardText.Escaped(s))));
        body.AddRange(
            question
                .Offers.Chunk(InARow)
                .Select(row => new ActionSet
                {
                    Spacing = Spacing.Small,
                    Actions =
                    [
                        .. row.Select(o => CardParts.Button(o.Title, Verbs.AnswerDialog, Data(dialog, step, o))),
                    ],
                })
        );
        if (picks)
        {
            body.Add(Picker(question));
        }

        var actions = new List<AdaptiveAction>();
        if (picks)
        {
            actions.Add(CardParts.Button("Next", Verbs.AnswerDialog, Data(dialog, step), ActionStyle.Positive));
        }

        actions.Add(CardParts.Button("All on one form", openForm, Data(dialog, step)));
        actions.Add(CardParts.Button("Cancel", Verbs.CancelDialog, Data(dialog, step)));
        return CardParts.Card(CardText.Of($"{subject}: {question.Text}"), body, actions);
    }

    private static InputChoiceSet Picker(AssignmentQuestion question) =>
        new()
        {
            Id = PickInput,
            Label = question.PicksPeople ? "Find a person" : "Choose",
            Choices = question.Choices,
            Data = question.PicksPeople ? DataQuery.People : null,
            Style = question.PicksPeople ? ChoiceInputStyle.Filtered : Offering.StyleOf(question.Choices, null),
            Placeholder = question.PicksPeople ? "Search, or type a name below" : "Choose, or search",
        };

    private static JsonObject Data(string dialog, string step, (string Title, string Value)? offer = null)
    {
        var data = new JsonObject { [DialogActions.DialogKey] = dialog, [DialogActions.StepKey] = step };
        if (offer is { } answer)
        {
            data[DialogActions.ValueKey] = answer.Value;
            data[TitleKey] = answer.Title;
        }

        return data;
    }
}
