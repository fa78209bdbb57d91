using System.Text.Json.Nodes;
using PimBot.Bot.Actions;
using PimBot.Channel.Cards;

namespace PimBot.Bot.Cards;

/// <summary>One question of a dialog. It is answered by typing, or by one of the offered answers.</summary>
internal static class QuestionCard
{
    /// <param name="dialog">Id of the dialog.</param>
    /// <param name="step">Name of the step.</param>
    /// <param name="subject">What it is about, such as the role's name.</param>
    /// <param name="question">Our own words, perhaps with names in them.</param>
    /// <param name="problem">What was wrong with the last answer; null: nothing.</param>
    /// <param name="offers">At most 5 answers: title and value.</param>
    public static AdaptiveCard For(
        string dialog,
        string step,
        string subject,
        string question,
        string? problem,
        IReadOnlyList<(string Title, string Value)> offers
    )
    {
        var body = new List<AdaptiveElement>();
        if (problem is not null)
        {
            body.Add(CardParts.Band(ContainerStyle.Attention, CardText.Escaped(problem)));
        }

        body.Insert(0, CardParts.Heading(CardText.Escaped(question)));
        var how = offers.Count == 0 ? "Type your answer." : "Choose, or type your answer.";
        body.Insert(1, CardParts.Subtle(CardText.Of($"{subject}. {CardText.Literal(how)}")));
        var buttons = offers
            .Take(5)
            .Select(offer => CardParts.Button(offer.Title, Verbs.AnswerDialog, Data(dialog, step, offer.Value)))
            .Append(CardParts.Button("Cancel", Verbs.CancelDialog, Data(dialog, step, null)));
        return CardParts.Card(CardText.Of($"{subject}: {question}"), body, [.. buttons]);
    }

    /// <summary>What a question becomes when one of its buttons was clicked.</summary>
    public static AdaptiveCard Answered(string question, string answer) =>
        CardParts.Card(
            CardText.Of($"{question} {answer}"),
            [
                CardParts.Heading(CardText.Escaped(question)) with
                {
                    Size = TextSize.Default,
                },
                CardParts.Line(CardText.Of($"Your answer: {answer}")),
            ]
        );

    private static JsonObject Data(string dialog, string step, string? value)
    {
        var data = new JsonObject { [DialogActions.DialogKey] = dialog, [DialogActions.StepKey] = step };
        if (value is not null)
        {
            data[DialogActions.ValueKey] = value;
        }

        return data;
    }
}
