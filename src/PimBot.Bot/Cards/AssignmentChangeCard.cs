using System.Globalization;
using System.Text.Json.Nodes;
using PimBot.Application.Access;
using PimBot.Bot.Dialogs.Assignments;
using PimBot.Bot.Wording;
using PimBot.Channel.Cards;
using PimBot.Channel.Turns;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Cards;

/// <summary>Asks an administrator to confirm a change of an assignment, with what follows from it in words.</summary>
internal static class AssignmentChangeCard
{
    public const string PeriodInput = "period";
    public const string OtherInput = "other";
    public const string ReasonInput = "reason";
    private const string ChangeKey = "change";
    private const string SeenKey = "seen";
    private const string PageKey = "page";
    private const int LongestOther = 60;

    /// <param name="view">The assignment as it is now.</param>
    /// <param name="policy">The role's settings at its scope.</param>
    /// <param name="form">What is to be done, and what was filled in.</param>
    /// <param name="zone">The administrator's time zone.</param>
    /// <param name="problem">What was wrong with the last click, or what changed since; null: nothing.</param>
    /// <param name="role">Who else has the role, where it is a privileged one of the directory.</param>
    public static AdaptiveCard For(
        AssignmentView view,
        RolePolicy policy,
        AssignmentChangeForm form,
        TimeZoneInfo zone,
        string? problem = null,
        WizardRole? role = null
    )
    {
        var question = AssignmentConsequences.Question(view, form.Change);
        var body = new List<AdaptiveElement> { CardParts.Heading(CardText.Escaped(question)) };
        if (problem is not null)
        {
            body.Add(CardParts.Band(ContainerStyle.Attention, CardText.Escaped(problem)));
        }

        body.AddRange(
            AssignmentConsequences.Of(view, form.Change, zone, role).Select(s => CardParts.Line(CardText.Escaped(s)))
        );
        body.Add(
            new FactSet
            {
                Facts =
                [
                    new(CardText.Literal("Who"), AssigneeText.Of(view.Assignee)),
                    new(CardText.Literal("Where"), CardText.Of($"{view.Scope.Name}")),
                ],
            }
        );
        AddInputs(body, view, policy, form);
        return CardParts.Card(
            CardText.Of($"{question} Use a client that shows cards to confirm it."),
            body,
            [
                CardParts.Button("Confirm", Verbs.ConfirmChange, Data(view, form), Style(form.Change)),
                CardParts.Button("Cancel", Verbs.KeepAssignment, Data(view, form)),
            ]
        );
    }

    /// <summary>The data of a button that asks for a change.</summary>
    public static JsonObject Ask(AssignmentView view, AssignmentChange change, int? page) =>
        Data(view, new AssignmentChangeForm(change) { Page = page });

    public static AssignmentChangeForm? Form(CardAction action) =>
        Enum.TryParse<AssignmentChange>(action.Text(ChangeKey), out var change) && Enum.IsDefined(change)
            ? new AssignmentChangeForm(
                change,
                action.Text(PeriodInput),
                action.Text(OtherInput),
                action.Text(ReasonInput)
            )
            {
                Page = Page(action),
            }
            : null;

    public static int? Page(CardAction action) =>
        int.TryParse(action.Text(PageKey), NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : null;

    /// <summary>Whether the assignment, and what hangs on it, is still what stood on the card.</summary>
    public static bool IsAsSeen(CardAction action, AssignmentView view) => action.Text(SeenKey) == SeenOf(view);

    private static string SeenOf(AssignmentView view)
    {
        var running = string.Join(',', view.Running.Select(g => g.Id.Value.ToString("N")[^8..]));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{view.Assignment.Version}/{running}/{view.Pending?.Id.Value:N}/{view.Assignee.Group?.Members.Count}"
        );
    }

    private static ActionStyle Style(AssignmentChange change) =>
        change is AssignmentChange.Remove or AssignmentChange.MakeEligible
            ? ActionStyle.Destructive
            : ActionStyle.Positive;

    private static void AddInputs(
        List<AdaptiveElement> body,
        AssignmentView view,
        RolePolicy policy,
        AssignmentChangeForm form
    )
    {
        if (form.NeedsPeriod)
        {
            var offers = AssignmentText.Offers(form.PolicyFor(view.Assignment, policy).Maximum);
            body.Add(
                new InputChoiceSet
                {
                    Id = PeriodInput,
                    Label = "For how long, from now",
                    Choices = [.. offers.Select(o => new InputChoice(o.Title, o.Value))],
                    Value = offers.Any(o => o.Value == form.Period) ? form.Period : offers[^1].Value,
                }
            );
            body.Add(
                new InputText
                {
                    Id = OtherInput,
                    Label = "Or another end",
                    Placeholder = "For example: until 30 June",
                    MaxLength = LongestOther,
                    Value = CardParts.Typed(form.Other, LongestOther),
                }
            );
        }

        var isRequired = form.RequiresReason(view.Assignment, policy);
        body.Add(
            new InputText
            {
                Id = ReasonInput,
                Label = isRequired ? "Why" : "Why (if you like)",
                IsMultiline = true,
                IsRequired = isRequired ? true : null,
                ErrorMessage = isRequired ? "Give the reason." : null,
                MaxLength = ActivationAsk.LongestJustification,
                Value = CardParts.Typed(form.Reason, ActivationAsk.LongestJustification),
            }
        );
    }

    private static JsonObject Data(AssignmentView view, AssignmentChangeForm form)
    {
        var data = CardData.Of(view.Assignment.Id);
        data[ChangeKey] = form.Change.ToString();
        data[SeenKey] = SeenOf(view);
        if (form.Page is { } page)
        {
            data[PageKey] = page.ToString(CultureInfo.InvariantCulture);
        }

        return data;
    }
}
