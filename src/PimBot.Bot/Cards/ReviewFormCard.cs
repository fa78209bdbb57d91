using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PimBot.Bot.Actions;
using PimBot.Bot.Dialogs.Assignments;
using PimBot.Bot.Dialogs.Reviews;
using PimBot.Bot.Wording;
using PimBot.Channel.Cards;
using PimBot.Channel.Turns;
using PimBot.Domain.Reviews;

namespace PimBot.Bot.Cards;

/// <summary>Everything about a review that is to be started, on one card.</summary>
internal static class ReviewFormCard
{
    private const string Yes = "true";
    private const string No = "false";
    private const int LongestNames = 1000;
    private const int LongestTime = 60;

    /// <param name="subject">What is known, and what may be offered.</param>
    /// <param name="dialog">Id of the dialog.</param>
    /// <param name="filled">What was filled in before.</param>
    /// <param name="problem">What was wrong; null: nothing.</param>
    public static AdaptiveCard For(ReviewSubject subject, string dialog, ReviewForm filled, string? problem = null)
    {
        var heading = subject.Role is null ? "Start a review" : $"Start a review of {subject.Role.Name}";
        var body = new List<AdaptiveElement> { CardParts.Heading(CardText.Escaped(heading)) };
        if (problem is not null)
        {
            body.Add(CardParts.Band(ContainerStyle.Attention, CardText.Escaped(problem)));
        }

        AddWhat(body, subject, filled);
        AddWho(body, filled);
        AddWhen(body, filled);
        AddHow(body, filled);
        return CardParts.Card(
            CardText.Of($"{heading}. You can type it too: “start review of … by members for 14 days every quarter”."),
            body,
            [
                CardParts.Button("Go on", Verbs.SubmitReviewForm, Data(subject, dialog), ActionStyle.Positive),
                CardParts.Button("Cancel", Verbs.CancelDialog, Data(subject, dialog)) with
                {
                    AssociatedInputs = AssociatedInputs.None,
                },
            ]
        );
    }

    public static ReviewForm Read(CardAction action) =>
        new()
        {
            Role = action.Text("role") ?? action.Role()?.Value,
            Scope = action.Text("place") ?? action.Access()?.Scope.Value,
            Kind = action.Text("kind"),
            Reviewers = action.Text("reviewers"),
            Names = action.Text("names"),
            Fallback = action.Text("fallback"),
            Days = Days(action),
            Pattern = action.Text("pattern"),
            End = action.Text("end"),
            Start = action.Text("start"),
            Silence = action.Text("silence"),
            IsAutoApplied = action.Text("apply") is Yes,
            IsReasonRequired = action.Text("reason") is not No,
            ShowsRecommendations = action.Text("recommendations") is not No,
            IsReminderSent = action.Text("reminder") is not No,
        };

    // Clients send the value of a number field as a text, or as a number.
    private static string? Days(CardAction action) =>
        action.Text("days")
        ?? (
            action.Data.TryGetPropertyValue("days", out var value) && value?.GetValueKind() is JsonValueKind.Number
                ? value.ToJsonString()
                : null
        );

    private static JsonObject Data(ReviewSubject subject, string dialog)
    {
        var data = subject switch
        {
            { Role: { } role, Scopes.Count: 1, Scope: { } scope } => CardData.Of(
                new Domain.Access.RoleScope(role.Id, scope.Id)
            ),
            { Role: { } role } => CardData.Of(role.Id),
            _ => [],
        };
        data[DialogActions.DialogKey] = dialog;
        return data;
    }

    private static void AddWhat(List<AdaptiveElement> body, ReviewSubject subject, ReviewForm filled)
    {
        if (subject.Role is null)
        {
            var roles = Offering.Choices(Offering.Roles(subject.Administered.Select(a => a.Role)));
            body.Add(Choice("role", "Role", roles, filled.Role));
        }
        else if (subject.Scopes.Count > 1)
        {
            body.Add(Choice("place", "Where", Offering.Choices(Offering.Places(subject.Scopes)), filled.Scope));
        }
        else if (subject.Scope is { } scope)
        {
            body.Add(CardParts.Subtle(CardText.Escaped(Offering.Title(scope))));
        }

        body.Add(
            Choice(
                "kind",
                "Which assignments",
                [new("Eligible and active", "Both"), new("Eligible", "Eligible"), new("Active", "Active")],
                filled.Kind ?? "Both"
            )
        );
    }

    private static void AddWho(List<AdaptiveElement> body, ReviewForm filled)
    {
        body.Add(
            Choice(
                "reviewers",
                "Who reviews",
                [
                    new("Members themselves", nameof(ReviewerKind.Self)),
                    new("Each member’s manager", nameof(ReviewerKind.Manager)),
                    new("People whom I name", nameof(ReviewerKind.Chosen)),
                ],
                filled.Reviewers ?? nameof(ReviewerKind.Self)
            )
        );
        body.Add(
            Text("names", "Names or addresses, with commas", "For example: Bob, Carol", filled.Names, LongestNames)
        );
        body.Add(
            Text(
                "fallback",
                "Who answers otherwise (empty: the role’s administrators)",
                "For example: Frank",
                filled.Fallback,
                LongestNames
            )
        );
    }

    private static void AddWhen(List<AdaptiveElement> body, ReviewForm filled)
    {
        body.Add(
            new InputNumber
            {
                Id = "days",
                Label = "Days to answer",
                Min = 1,
                Max = ReviewCalendar.LongestDays(RecurrencePattern.OneTime),
                Value =
                    int.TryParse(filled.Days, NumberStyles.None, CultureInfo.InvariantCulture, out var days)
                    && days is >= 1 and <= 180
                        ? days
                        : ReviewDialogState.UsualDays,
                IsRequired = true,
                ErrorMessage = "Give 1 to 180 days.",
            }
        );
        body.Add(
            Choice(
                "pattern",
                "How often",
                [
                    .. Enum.GetValues<RecurrencePattern>()
                        .Select(p => new InputChoice(ReviewWords.Pattern(p), p.ToString())),
                ],
                filled.Pattern ?? nameof(RecurrencePattern.OneTime)
            )
        );
        body.Add(Text("end", "It comes back until (empty: for ever)", "For example: 4 times", filled.End, LongestTime));
        body.Add(Text("start", "Begins (empty: now)", "For example: 1 April 9:00", filled.Start, LongestTime));
    }

    private static void AddHow(List<AdaptiveElement> body, ReviewForm filled)
    {
        body.Add(
            Choice(
                "silence",
                "When nobody answers about somebody",
                [
                    new("They keep it", nameof(SilenceRule.NoChange)),
                    new("They lose it", nameof(SilenceRule.Remove)),
                    new("They are approved", nameof(SilenceRule.Approve)),
                    new("The recommendation is taken", nameof(SilenceRule.TakeRecommendation)),
                ],
                filled.Silence ?? nameof(SilenceRule.NoChange)
            )
        );
        body.Add(Switch("apply", "Results", "Apply the results by themselves at the end", filled.IsAutoApplied));
        body.Add(Switch("reason", "Reasons", "Each answer needs a reason", filled.IsReasonRequired));
        body.Add(Switch("recommendations", "Recommendations", "Show recommendations", filled.ShowsRecommendations));
        body.Add(Switch("reminder", "Reminder", "Remind at half time who owes answers", filled.IsReminderSent));
    }

    private static InputChoiceSet Choice(string id, string label, IReadOnlyList<InputChoice> choices, string? value)
    {
        var known = choices.Any(c => c.Value == value) ? value : null;
        return new()
        {
            Id = id,
            Label = label,
            Choices = choices,
            Style = Offering.StyleOf(choices, known),
            Placeholder = "Choose",
            Value = known,
            IsRequired = true,
            ErrorMessage = "Choose one.",
        };
    }

    private static InputText Text(string id, string label, string example, string? value, int longest) =>
        new()
        {
            Id = id,
            Label = label,
            Placeholder = example,
            MaxLength = longest,
            Value = CardParts.Typed(value, longest),
        };

    private static InputToggle Switch(string id, string label, string title, bool isOn) =>
        new()
        {
            Id = id,
            Label = label,
            Title = title,
            Value = isOn ? Yes : No,
        };
}
