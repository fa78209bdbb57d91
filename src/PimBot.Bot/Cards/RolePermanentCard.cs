using System.Text.Json.Nodes;
using PimBot.Bot.Wording;
using PimBot.Channel.Cards;
using PimBot.Channel.Turns;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Cards;

/// <summary>Asks an administrator to confirm that everybody who is eligible for a role becomes its permanent holder; then says what became of it.</summary>
internal static class RolePermanentCard
{
    public const string ReasonInput = "reason";
    private const string SeenKey = "seen";
    private const int MostNames = 12;

    public static AdaptiveCard For(RolePermanentView view, string? reason, TimeZoneInfo zone, string? problem = null)
    {
        var question = $"Make everybody who is eligible for {view.Name} permanent?";
        var body = new List<AdaptiveElement> { CardParts.Heading(CardText.Escaped(question)) };
        if (problem is not null)
        {
            body.Add(CardParts.Band(ContainerStyle.Attention, CardText.Escaped(problem)));
        }

        body.Add(CardParts.Line(CardText.Escaped(Who(view), 2000)));
        body.Add(
            CardParts.Line(
                CardText.Literal(
                    "They hold it from then on, always: without activating it, without approval, without an end."
                )
            )
        );
        var emergency = view.Eligible.Where(e => e.Assignee.Person?.Kind is PersonKind.Emergency).ToList();
        if (emergency.Count > 0)
        {
            var names = AssignmentText.Names([.. emergency.Select(e => e.Assignee.Name)]);
            body.Add(CardParts.Line(CardText.Of($"{names}: another administrator must confirm it first.")));
        }

        var isRequired = view.Policy.Active.Require.HasFlag(ActivationRequirements.Justification);
        body.Add(
            new InputText
            {
                Id = ReasonInput,
                Label = isRequired ? "Why" : "Why (if you like)",
                IsMultiline = true,
                IsRequired = isRequired ? true : null,
                ErrorMessage = isRequired ? "Give the reason." : null,
                MaxLength = ActivationAsk.LongestJustification,
                Value = CardParts.Typed(reason, ActivationAsk.LongestJustification),
            }
        );
        return CardParts.Card(
            CardText.Of($"{question} Use a client that shows cards to confirm it."),
            body,
            [
                CardParts.Button("Confirm", Verbs.ConfirmRolePermanent, Data(view), ActionStyle.Destructive),
                CardParts.Button("Cancel", Verbs.KeepAssignment, CardData.Of(view.Access)),
            ]
        );
    }

    /// <param name="view">Whom it was about.</param>
    /// <param name="done">Names of those who hold it permanently now.</param>
    /// <param name="waiting">Names of those for whom another administrator must confirm it.</param>
    /// <param name="refused">Who was left as they were, and why.</param>
    public static AdaptiveCard Done(
        RolePermanentView view,
        IReadOnlyList<string> done,
        IReadOnlyList<string> waiting,
        IReadOnlyList<(string Name, string Why)> refused
    )
    {
        var style = done.Count == 0 ? ContainerStyle.Attention : ContainerStyle.Good;
        var state =
            done.Count == 0
                ? "Nobody became permanent"
                : $"{People(done.Count)} permanent now: {AssignmentText.Names(done, MostNames)}";
        var body = new List<AdaptiveElement>
        {
            CardParts.Heading(CardText.Escaped(view.Name)),
            CardParts.Band(style, CardText.Escaped(state, 2000)),
        };
        if (waiting.Count > 0)
        {
            body.Add(
                CardParts.Line(
                    CardText.Of(
                        $"Another administrator must confirm it for {AssignmentText.Names(waiting, MostNames)}."
                    )
                )
            );
        }

        foreach (var why in refused.GroupBy(r => r.Why, StringComparer.Ordinal).Take(MostNames))
        {
            var names = AssignmentText.Names([.. why.Select(r => r.Name)], MostNames);
            body.Add(CardParts.Words($"Left as before: {SafeText.Clean(names, 300)}", why.Key));
        }

        return CardParts.Card(
            CardText.Of($"{view.Name}: {state}"),
            body,
            [CardParts.Button("Members", Verbs.ShowMembers, CardData.Of(view.Access))]
        );
    }

    public static bool IsAsSeen(CardAction action, RolePermanentView view) => action.Text(SeenKey) == view.Seen;

    private static string Who(RolePermanentView view)
    {
        var names = AssignmentText.Names(
            [.. view.Eligible.Select(e => e.Assignee.Group is null ? e.Assignee.Name : $"the group {e.Assignee.Name}")],
            MostNames
        );
        return $"{Become(view)} of {view.Role.Name}: {names}.";
    }

    private static string Become(RolePermanentView view)
    {
        var who = view.Eligible.Any(e => e.Assignee.Group is not null) ? "people and groups" : "people";
        return view.Eligible.Count == 1
            ? "1 becomes a permanent holder"
            : $"{view.Eligible.Count} {who} become permanent holders";
    }

    private static string People(int count) => count == 1 ? "1 is" : $"{count} are";

    private static JsonObject Data(RolePermanentView view)
    {
        var data = CardData.Of(view.Access);
        data[SeenKey] = view.Seen;
        return data;
    }
}
